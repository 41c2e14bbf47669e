import i18next from 'i18next';

import type { FileReport } from '../../../shared/signing/verification.ts';
import { allCertificateFacts } from '../../api/certificate-facts.ts';
import {
  fileFacts,
  headlineOf,
  isProven,
  knownInWords,
  lineInWords,
  partsInWords,
  resultInWords,
  signatureFacts,
  signerOf,
} from './describe-report.ts';
import type { texts } from './texts.ts';

const text = (
  key: keyof typeof texts.id,
  values: Readonly<Record<string, string | number>> = {},
): string => i18next.t(`checking:${key}`, values);

const factLine = ({ label, value }: { readonly label: string; readonly value: string }): string =>
  `${label}: ${value}`;

const partLines = (names: readonly string[]): readonly string[] =>
  partsInWords(names).map((group) => `- ${group.label}: ${group.names.join(', ')}`);

/** All of a report in plain lines, for a letter or a message. */
export function reportText(report: FileReport): string {
  const { title, about } = headlineOf(report);
  const { signatures, uncoveredParts, openLines, fileName, known } = report;
  const sections: readonly (readonly string[])[] = [
    [text('reportHeading', { fileName })],
    [title, about, knownInWords(known)],
    ...signatures.map((signature, index) => [
      `${index + 1}. ${signerOf(signature)}`,
      resultInWords(signature),
      ...(isProven(signature) ? [] : [text('unproven')]),
      ...signatureFacts(signature).map(factLine),
      ...(signature.changedParts.length === 0
        ? []
        : [`${text('changedParts')}:`, ...partLines(signature.changedParts)]),
      ...(signature.certificate === null
        ? []
        : [`${text('certificate')}:`, ...allCertificateFacts(signature.certificate).map(factLine)]),
      ...(signature.isBsre && signature.result === 'valid' ? [text('bsre')] : []),
    ]),
    uncoveredParts.length === 0
      ? []
      : [`${text('uncovered', { count: uncoveredParts.length })}:`, ...partLines(uncoveredParts)],
    openLines.length === 0
      ? []
      : [`${text('openLines')}:`, ...openLines.map((line) => `- ${lineInWords(line)}`)],
    [`${text('file')}:`, ...fileFacts(report).map(factLine)],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
