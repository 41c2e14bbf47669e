import { useTranslation } from 'react-i18next';

import { FreeComboBox } from '../../ui/combo-box.tsx';

// They come into the document, whose language is Indonesian whatever the window speaks.
const ROLES = ['Pimpinan Rapat', 'Sekretaris', 'Notulis', 'Saksi'];
const STATEMENTS = [
  'Saya menyatakan isi dokumen ini benar.',
  'Saya menyetujui isi dokumen ini.',
  'Saya mencatat isi rapat ini dengan sebenarnya.',
];

/** In which capacity somebody signs, and what is declared by it. */
export interface Role {
  readonly role: string;
  readonly statement: string;
}

interface RoleFieldsProps {
  readonly value: Role;
  readonly onChange: (value: Role) => void;
  readonly isDisabled: boolean;
}

export function RoleFields({ value, onChange, isDisabled }: RoleFieldsProps) {
  const { t } = useTranslation('signing');
  return (
    <>
      <FreeComboBox
        label={t('role')}
        suggestions={ROLES}
        value={value.role}
        onInputChange={(role) => onChange({ ...value, role })}
        placeholder={t('roleHint')}
        isReadOnly={isDisabled}
      />
      <FreeComboBox
        label={t('statement')}
        suggestions={STATEMENTS}
        value={value.statement}
        onInputChange={(statement) => onChange({ ...value, statement })}
        placeholder={t('statementHint')}
        isReadOnly={isDisabled}
      />
    </>
  );
}
