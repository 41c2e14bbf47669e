/* oxlint-disable jsx-a11y/no-autofocus -- a dialog begins in its first field */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutSubject } from '../../../shared/contract/about.ts';
import type { Attendance, Person } from '../../../shared/minutes/people.ts';
import { MAX_NAME_LENGTH } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { SuggestField } from './suggest-field.tsx';
import type { AttendanceActions } from './use-attendance.ts';

interface PersonDialogProps {
  readonly line: Attendance;
  readonly organizations: readonly string[];
  readonly actions: AttendanceActions;
  readonly onAbout: ((subject: AboutSubject) => void) | undefined;
  readonly onClose: () => void;
}

const FIELDS = [
  { key: 'name', maxLength: MAX_NAME_LENGTH },
  { key: 'titleBefore', maxLength: 100 },
  { key: 'titleAfter', maxLength: 200 },
  { key: 'nip', maxLength: 40 },
  { key: 'rank', maxLength: 100 },
  { key: 'phone', maxLength: 40 },
] as const;
type PersonKey = (typeof FIELDS)[number]['key'];
type PersonTexts = Readonly<Record<PersonKey, string>>;

const BLANK: PersonTexts = {
  name: '',
  titleBefore: '',
  titleAfter: '',
  nip: '',
  rank: '',
  phone: '',
};

function textsOf(person: Person | undefined): PersonTexts {
  if (person === undefined) return BLANK;
  const { name, titleBefore, titleAfter, nip, rank, phone } = person;
  return { name, titleBefore, titleAfter, nip, rank, phone };
}

/** Facts of one attendee: those of the person, true everywhere, and those of this session. */
export function PersonDialog(props: PersonDialogProps) {
  const { personId } = props.line;
  const people = useQuery({
    queryKey: ['people', 'list'],
    queryFn: () => api('people.list', {}),
    staleTime: 0,
    enabled: personId !== null,
  });
  // The phone is not on the attendance list, so the form waits for the person.
  if (personId !== null && people.data === undefined) return null;
  return <PersonForm {...props} person={people.data?.find((each) => each.id === personId)} />;
}

function PersonForm({
  line,
  organizations,
  actions,
  onAbout,
  onClose,
  person,
}: PersonDialogProps & { readonly person: Person | undefined }) {
  const { t } = useTranslation('attendance');
  const queries = useQueryClient();
  const [fields, setFields] = useState(() => textsOf(person));
  const [here, setHere] = useState({
    position: line.position,
    organizationName: line.organizationName,
  });
  const [isNameMissing, setIsNameMissing] = useState(false);
  const { personId } = line;
  const before = textsOf(person);
  const isPersonChanged = FIELDS.some(({ key }) => before[key] !== fields[key]);
  const isChanged =
    isPersonChanged ||
    here.position !== line.position ||
    here.organizationName !== line.organizationName;

  /** The person with the corrections; a line that had only a position gets its person here. */
  async function savePerson(): Promise<Person> {
    if (person !== undefined) {
      return isPersonChanged ? api('people.update', { id: person.id, changes: fields }) : person;
    }
    const organization =
      here.organizationName.trim() === ''
        ? null
        : await api('organizations.create', { fields: { name: here.organizationName } });
    return api('people.create', {
      fields: {
        ...fields,
        position: here.position,
        organizationId: organization?.id ?? null,
      },
    });
  }

  async function save(): Promise<void> {
    if (fields.name.trim() === '') {
      setIsNameMissing(true);
      return;
    }
    try {
      const { id } = await savePerson();
      const changed = await actions.setLine(line.id, {
        ...here,
        ...(id === line.personId ? {} : { personId: id }),
      });
      await queries.invalidateQueries({ queryKey: ['attendance'] });
      if (changed !== undefined) onClose();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(line.personId === null ? 'personDialogNamed' : 'personDialog')}
      actions={
        <>
          {onAbout !== undefined && personId !== null && (
            <Button
              variant="quiet"
              className="person-about"
              // It leads away from here: what was changed is kept or given up first.
              isDisabled={isChanged}
              onPress={() => onAbout({ type: 'person', id: personId })}
            >
              {t('aboutPerson')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form="attendance-person">
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="attendance-person"
        className="person-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className="person-part">
          <legend>{t('everywhere')}</legend>
          <p className="person-hint">{t('everywhereHint')}</p>
          <div className="person-fields">
            {FIELDS.map(({ key, maxLength }) => (
              <TextField
                key={key}
                className={`person-${key}`}
                label={t(key)}
                autoFocus={key === 'name'}
                value={fields[key]}
                maxLength={maxLength}
                error={key === 'name' && isNameMissing ? t('nameRequired') : null}
                onChange={(value) => {
                  setFields({ ...fields, [key]: value });
                  setIsNameMissing(false);
                }}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className="person-part">
          <legend>{t('thisSession')}</legend>
          <p className="person-hint">{t('thisSessionHint')}</p>
          <div className="person-fields">
            <TextField
              className="person-wide"
              label={t('position')}
              value={here.position}
              maxLength={300}
              onChange={(position) => setHere({ ...here, position })}
            />
            <SuggestField
              className="person-wide"
              label={t('organization')}
              value={here.organizationName}
              maxLength={300}
              suggestions={organizations}
              onChange={(organizationName) => setHere({ ...here, organizationName })}
            />
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
