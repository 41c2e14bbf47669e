import { ClipboardPaste, FileUp } from 'lucide-react';
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceFile } from '../../../shared/contract/attendance-files.ts';
import type { NewAttendance } from '../../../shared/contract/people.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { Newcomer } from '../../../shared/minutes/comings.ts';
import type { Attendance, Presence } from '../../../shared/minutes/people.ts';
import { ATTENDANCE_ROLES, PRESENCES } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AddField } from './add-field.tsx';
import type { AddOption } from './add-options.ts';
import type { TakenIn } from './file-dialog.tsx';
import { FileDialog } from './file-dialog.tsx';
import { NewGroupForm, NewPersonForm } from './new-entry-form.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { SuggestField } from './suggest-field.tsx';

interface AddBarProps {
  readonly lines: readonly Attendance[];
  readonly organizations: readonly string[];
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What holds of somebody who is added now, as the meeting runs; null while it does not. */
  readonly newcomer: () => Newcomer | null;
  /** False where nothing was added; the user has been told why. */
  readonly onAdd: (entries: readonly NewAttendance[]) => Promise<boolean>;
  /** On which day a list of participants tells who was there; null: on every day. */
  readonly dayId: DayId | null;
  readonly dayName: string;
  /** False where nothing was taken in; the user has been told why. */
  readonly onTakeIn: (list: TakenIn) => Promise<boolean>;
  /** Somebody was chosen who is on the list already. */
  readonly onShow: (line: Attendance) => void;
}

type Making = 'person' | 'group' | null;
/** "now": there since this moment, which is what is recorded while the meeting runs. */
type NewPresence = Presence | 'none' | 'now';

/** The field for adding, the forms for somebody new, and the door to pasting a list. */
export function AddBar(props: AddBarProps) {
  const { lines, organizations, inputRef, newcomer, onAdd, onShow } = props;
  const { t } = useTranslation('attendance');
  const [text, setText] = useState('');
  const [making, setMaking] = useState<Making>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const [file, setFile] = useState<AttendanceFile | null>(null);
  const [role, setRole] = useState('');
  const [chosen, setChosen] = useState<NewPresence | null>(null);
  const arrival = newcomer()?.presence ?? null;
  const usual = arrival === null ? 'none' : 'now';
  const presence = chosen === null || (chosen === 'now' && arrival === null) ? usual : chosen;

  const defaults = {
    role: role.trim() || null,
    presence: presence === 'none' || presence === 'now' ? null : presence,
  };
  /** Those who are added one by one come in now; a list that is pasted may name who is away. */
  const arriving = (entry: NewAttendance): NewAttendance => {
    const onDay = presence === 'now' ? newcomer() : null;
    return onDay === null ? entry : { ...entry, onDay };
  };
  const focusField = (): void => {
    // After the form is gone, so that its fields do not take the focus with them.
    requestAnimationFrame(() => inputRef.current?.focus());
  };

  const add = async (entry: NewAttendance): Promise<void> => {
    const isAdded = await onAdd([arriving(entry)]);
    if (!isAdded) return;
    setText('');
    setMaking(null);
    focusField();
  };

  const choose = (option: AddOption): void => {
    switch (option.type) {
      case 'person':
      case 'group':
        if (option.listed !== null) {
          onShow(option.listed);
          setText('');
        } else if (option.type === 'person') {
          const { id } = option.person;
          void add({ type: 'person', person: { personId: id }, ...defaults });
        } else {
          const { name } = option.organization;
          void add({ type: 'group', name, headCount: null, ...defaults });
        }
        break;
      case 'new-person':
        setMaking('person');
        break;
      case 'new-group':
        setMaking('group');
        break;
    }
  };

  const chooseFile = async (): Promise<void> => {
    try {
      setFile(await api('attendanceFiles.choose', {}));
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };

  const formProps = {
    text: text.trim(),
    role,
    onSave: (entry: NewAttendance) => void add({ ...entry, presence: defaults.presence }),
    onCancel: () => {
      setMaking(null);
      focusField();
    },
  };

  return (
    <>
      <div className="add-bar">
        <AddField
          lines={lines}
          text={text}
          onText={setText}
          onChoose={choose}
          onPasteList={setPasted}
          inputRef={inputRef}
        />
        <span className="add-as" aria-hidden>
          {t('addAs')}
        </span>
        <SuggestField
          label={t('defaultRole')}
          isLabelHidden
          className="add-role"
          placeholder={t('noRole')}
          value={role}
          onChange={setRole}
          suggestions={ATTENDANCE_ROLES}
          maxLength={80}
        />
        <Select
          label={t('defaultPresence')}
          isLabelHidden
          className="add-presence"
          value={presence}
          onChange={setChosen}
          options={[
            ...(arrival === null
              ? []
              : [{ value: 'now' as const, label: t('sinceNow', { presence: t(arrival) }) }]),
            { value: 'none', label: t('notRecorded') },
            ...PRESENCES.map((each) => ({ value: each, label: t(each) })),
          ]}
        />
        <Button onPress={() => setPasted('')}>
          <ClipboardPaste size={14} aria-hidden />
          {t('paste')}
        </Button>
        <Button onPress={() => void chooseFile()}>
          <FileUp size={14} aria-hidden />
          {t('fromFile')}
        </Button>
      </div>
      {making === 'person' && <NewPersonForm {...formProps} organizations={organizations} />}
      {making === 'group' && <NewGroupForm {...formProps} />}
      {file !== null && (
        <FileDialog
          file={file}
          lines={lines}
          dayId={props.dayId}
          dayName={props.dayName}
          role={defaults.role}
          onTakeIn={props.onTakeIn}
          onClose={() => {
            setFile(null);
            focusField();
          }}
        />
      )}
      {pasted !== null && (
        <PasteDialog
          text={pasted}
          lines={lines}
          onAdd={(entries) =>
            onAdd(
              entries.map((entry) => ({
                ...entry,
                role: entry.role ?? defaults.role,
                presence: entry.presence ?? defaults.presence,
              })),
            )
          }
          onClose={() => {
            setPasted(null);
            focusField();
          }}
        />
      )}
    </>
  );
}
