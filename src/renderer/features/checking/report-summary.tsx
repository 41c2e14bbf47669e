import { useTranslation } from 'react-i18next';

import type { FileReport } from '../../../shared/signing/verification.ts';
import { resultInWords, signerOf } from './describe-report.ts';
import { ReportHeadline } from './report-headline.tsx';
import './checking.css';

/** A report in short, beside something else that is done with the file. */
export function ReportSummary({ report }: { readonly report: FileReport }) {
  // Drawn anew when the window speaks another language.
  useTranslation('checking');
  return (
    <ReportHeadline report={report}>
      {report.signatures.length > 0 && (
        <ul className="checking-short">
          {report.signatures.map((signature, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a signature is nothing but its place in the file
            <li key={index}>
              <strong>{signerOf(signature)}</strong>
              {`: ${resultInWords(signature)}`}
            </li>
          ))}
        </ul>
      )}
    </ReportHeadline>
  );
}
