/* oxlint-disable jsx-a11y/no-autofocus -- the form opens at the cursor, by a key */
import { useQuery } from '@tanstack/react-query';
import type { FormEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NewAttendance } from '../../../shared/contract/people.ts';
import { fullName } from '../../../shared/minutes/names.ts';
import { ATTENDANCE_ROLES, MAX_NAME_LENGTH } from '../../../shared/minutes/people.ts';
import { nameKey, splitTitles } from '../../../shared/minutes/titles.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SuggestField } from './suggest-field.tsx';

interface FormProps {
  /** What was typed into the field for adding. */
  readonly text: string;
  readonly role: string;
  readonly organizations: readonly string[];
  readonly onSave: (entry: NewAttendance) => void;
  readonly onCancel: () => void;
}

interface FormFrameProps {
  readonly title: string;
  readonly children: React.ReactNode;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

function FormFrame({ title, children, onSubmit, onCancel }: FormFrameProps) {
  const { t } = useTranslation('attendance');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any field leaves the form
    <form
      className="new-entry"
      aria-label={title}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <div className="new-entry-actions">
        <span className="new-entry-keys">{t('formKeys')}</span>
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <Button variant="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** A browser submits a form by Enter only from its own fields, so fields with suggestions ask. */
function submitByEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Somebody new, made in place: the titles typed with the name are split off for checking. */
export function NewPersonForm({ text, role, organizations, onSave, onCancel }: FormProps) {
  const { t } = useTranslation('attendance');
  const [fields, setFields] = useState({
    ...splitTitles(text),
    position: '',
    organization: '',
    role,
  });
  const [isNameMissing, setIsNameMissing] = useState(false);
  const namesakes = useQuery({
    queryKey: ['people', 'find', fields.name.trim(), 'namesakes'],
    queryFn: () => api('people.find', { text: fields.name.trim(), limit: 20 }),
    enabled: fields.name.trim().length > 1,
    staleTime: 0,
  });
  const namesake = namesakes.data?.find(
    (each) => each.type === 'person' && nameKey(each.person.name) === nameKey(fields.name),
  );
  const set = (changes: Partial<typeof fields>): void => setFields({ ...fields, ...changes });

  const save = (): void => {
    const { name, titleBefore, titleAfter, position, organization } = fields;
    if (name.trim() === '') {
      setIsNameMissing(true);
      return;
    }
    onSave({
      type: 'person',
      person: { name: name.trim(), titleBefore, titleAfter, position },
      position,
      organizationName: organization,
      role: fields.role.trim() || null,
    });
  };

  return (
    <FormFrame title={t('newPersonTitle')} onSubmit={save} onCancel={onCancel}>
      <div className="new-entry-fields new-entry-person">
        <TextField
          label={t('titleBefore')}
          value={fields.titleBefore}
          onChange={(titleBefore) => set({ titleBefore })}
          maxLength={100}
        />
        <TextField
          label={t('name')}
          autoFocus
          value={fields.name}
          onChange={(name) => {
            set({ name });
            setIsNameMissing(false);
          }}
          error={isNameMissing ? t('nameRequired') : null}
          maxLength={MAX_NAME_LENGTH}
        />
        <TextField
          label={t('titleAfter')}
          value={fields.titleAfter}
          onChange={(titleAfter) => set({ titleAfter })}
          maxLength={200}
        />
        <TextField
          label={t('position')}
          value={fields.position}
          onChange={(position) => set({ position })}
          maxLength={300}
        />
        <SuggestField
          label={t('organization')}
          value={fields.organization}
          onChange={(organization) => set({ organization })}
          suggestions={organizations}
          onKeyDown={submitByEnter}
          maxLength={300}
        />
        <SuggestField
          label={t('role')}
          value={fields.role}
          onChange={(value) => set({ role: value })}
          suggestions={ATTENDANCE_ROLES}
          onKeyDown={submitByEnter}
          maxLength={80}
        />
      </div>
      {namesake?.type === 'person' && (
        <p className="new-entry-note">
          {t('sameName', {
            name: fullName(namesake.person),
            where: namesake.person.organizationName || t('noOrganization'),
          })}
        </p>
      )}
    </FormFrame>
  );
}

/** A group that is known only by its name and, perhaps, its head count. */
export function NewGroupForm({ text, role, onSave, onCancel }: Omit<FormProps, 'organizations'>) {
  const { t } = useTranslation('attendance');
  const [fields, setFields] = useState({ name: text, headCount: '', role });
  const [error, setError] = useState<'nameRequired' | 'headCountError' | null>(null);
  const set = (changes: Partial<typeof fields>): void => {
    setFields({ ...fields, ...changes });
    setError(null);
  };

  const save = (): void => {
    const name = fields.name.trim();
    const headCount = fields.headCount.trim();
    if (name === '') setError('nameRequired');
    else if (!/^\d{0,6}$/u.test(headCount)) setError('headCountError');
    else {
      onSave({
        type: 'group',
        name,
        headCount: headCount === '' ? null : Number(headCount),
        role: fields.role.trim() || null,
      });
    }
  };

  return (
    <FormFrame title={t('newGroupTitle')} onSubmit={save} onCancel={onCancel}>
      <div className="new-entry-fields new-entry-group">
        <TextField
          label={t('groupName')}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={error === 'nameRequired' ? t(error) : null}
          maxLength={300}
        />
        <TextField
          label={t('headCount')}
          autoFocus
          inputMode="numeric"
          placeholder={t('headCountHint')}
          value={fields.headCount}
          onChange={(headCount) => set({ headCount })}
          error={error === 'headCountError' ? t(error) : null}
        />
        <SuggestField
          label={t('role')}
          value={fields.role}
          onChange={(value) => set({ role: value })}
          suggestions={ATTENDANCE_ROLES}
          onKeyDown={submitByEnter}
          maxLength={80}
        />
      </div>
    </FormFrame>
  );
}
