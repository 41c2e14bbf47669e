import { ReportSummary } from '../features/checking/report-summary.tsx';
import { SignFileDialog } from '../features/signing/sign-file-dialog.tsx';

/** Signs a Word file; what its check found is told as "Periksa berkas" tells it. */
export function SignedFileDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <SignFileDialog reportView={(report) => <ReportSummary report={report} />} onClose={onClose} />
  );
}
