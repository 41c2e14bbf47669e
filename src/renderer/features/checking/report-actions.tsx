import { Copy, FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FileReport } from '../../../shared/signing/verification.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { reportText } from './report-text.ts';

interface Outcome {
  readonly tone: 'success' | 'danger';
  readonly text: string;
  /** There is a file to look at. */
  readonly hasFile: boolean;
}

interface ReportActionsProps {
  readonly report: FileReport;
  readonly onOther: () => void;
  readonly onClose: () => void;
}

/** What can be done with a report: taken along as text, as a sheet or on paper. */
export function ReportActions({ report, onOther, onClose }: ReportActionsProps) {
  const { t } = useTranslation('checking');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const work = async (run: () => Promise<Omit<Outcome, 'tone'> | null>): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      const done = await run();
      setOutcome(done && { tone: 'success', ...done });
    } catch (error) {
      setOutcome({ tone: 'danger', text: describeError(error), hasFile: false });
    } finally {
      setBusy(false);
    }
  };
  const copy = () =>
    work(async () => {
      await api('app.copyText', { text: reportText(report) });
      return { text: t('copied'), hasFile: false };
    });
  const save = () =>
    work(async () => {
      const saved = await api('checking.saveSheet', {});
      return saved && { text: t('savedSheet', { fileName: saved.fileName }), hasFile: true };
    });
  const print = () =>
    work(async () => {
      const isPrinted = await api('checking.printSheet', {});
      return isPrinted ? { text: t('printed'), hasFile: false } : null;
    });
  const open = () =>
    work(async () => {
      await api('exports.openLast', {});
      return null;
    });

  return (
    <>
      {outcome !== null && (
        <div className="checking-outcome">
          <Notice tone={outcome.tone} role={outcome.tone === 'danger' ? 'alert' : 'status'}>
            <div className="checking-outcome-text">
              <span>{outcome.text}</span>
              {outcome.hasFile && <Button onPress={() => void open()}>{t('openFile')}</Button>}
            </div>
          </Notice>
        </div>
      )}
      <Button isDisabled={isBusy} onPress={onOther}>
        {t('other')}
      </Button>
      <span className="checking-space" />
      <Button isDisabled={isBusy} onPress={() => void copy()}>
        <Copy size={16} aria-hidden />
        {t('copy')}
      </Button>
      <Button isDisabled={isBusy} onPress={() => void print()}>
        <Printer size={16} aria-hidden />
        {t('printSheet')}
      </Button>
      <Button isDisabled={isBusy} onPress={() => void save()}>
        <FileDown size={16} aria-hidden />
        {t('saveSheet')}
      </Button>
      <Button onPress={onClose}>{t('close')}</Button>
    </>
  );
}
