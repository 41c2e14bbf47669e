import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Each is shown with what it finds, and can be tried. */
const EXAMPLES = [
  ['data pemilih', 'help_words'],
  ['"daftar pemilih tetap"', 'help_phrase'],
  ['coklit -terbatas', 'help_not'],
  ['coklit ATAU mutarlih', 'help_or'],
  ['logistik NEAR distribusi', 'help_near'],
  ['pembicara:budi', 'help_pembicara'],
  ['lembaga:bawaslu', 'help_lembaga'],
  ['jenis:rakor', 'help_jenis'],
  ['seri:"talk kepemiluan"', 'help_seri'],
  ['tanggal:2024-07..2024-08', 'help_tanggal'],
  ['tahun:2024', 'help_tahun'],
  ['hadir:ani', 'help_hadir'],
  ['keputusan:anggaran', 'help_keputusan'],
  ['tindaklanjut:terbuka', 'help_tindaklanjut'],
  ['penutup: ', 'help_penutup'],
  ['lampiran:undangan', 'help_lampiran'],
  ['status:final', 'help_status'],
] as const;

interface SearchHelpProps {
  readonly onTry: (text: string) => void;
  readonly onClose: () => void;
}

/** How to ask: every operator with an example. */
export function SearchHelp({ onTry, onClose }: SearchHelpProps) {
  const { t } = useTranslation('search');
  return (
    <Dialog
      isOpen
      size="large"
      title={t('helpTitle')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p>{t('helpText')}</p>
      <table className="search-help">
        <thead>
          <tr>
            <th scope="col">{t('helpWrite')}</th>
            <th scope="col">{t('helpFinds')}</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(([example, text]) => (
            <tr key={example}>
              <td>
                <Button
                  variant="quiet"
                  className="search-help-example"
                  aria-label={t('helpTry', { example })}
                  onPress={() => onTry(example)}
                >
                  {example}
                </Button>
              </td>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('helpForgiving')}</p>
    </Dialog>
  );
}
