import i18next from 'i18next';

import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { PartGroup } from '../../../shared/signing/part-kinds.ts';
import { groupParts } from '../../../shared/signing/part-kinds.ts';
import type { Verdict } from '../../../shared/signing/verdict.ts';
import { verdictOf } from '../../../shared/signing/verdict.ts';
import type {
  CheckedSignature,
  FileReport,
  KnownDocument,
} from '../../../shared/signing/verification.ts';
import { certificateMoment, describeTrust, fingerprint } from '../../api/certificate-facts.ts';
import type { Fact } from '../../ui/fact-list.tsx';
import type { texts } from './texts.ts';

type Text = keyof typeof texts.id;
const text = (key: Text, values: Readonly<Record<string, string | number>> = {}): string =>
  i18next.t(`checking:${key}`, values);

export interface Headline {
  readonly verdict: Verdict;
  readonly title: string;
  readonly about: string;
}

/** What the check comes to: a sentence, and what it means. */
export function headlineOf(report: FileReport): Headline {
  const verdict = verdictOf(report);
  return { verdict, title: text(`headline_${verdict}`), about: text(`about_${verdict}`) };
}

function versionInWords(version: number): string {
  if (version === 0) return text('version_final');
  return version === 1 ? text('version_one') : text('version_many', { number: version });
}

/** Whether this archive gave the file out, and as what. */
export function knownInWords(known: KnownDocument | null): string {
  if (known === null) return text('unknown');
  const document = text('knownDocument', {
    kind: DOCUMENT_NAMES[known.kind],
    title: known.title === '' ? text('untitled') : known.title,
    version: versionInWords(known.version),
  });
  const date = certificateMoment(known.issuedAtMs);
  const sentence = text(`known_${known.match}`, { document, date });
  return known.isNewestVersion ? sentence : `${sentence} ${text('knownOlder')}`;
}

export const signerOf = ({ certificate }: CheckedSignature): string =>
  certificate?.subjectName ?? text('signerUnknown');

/** Its result, unless it is valid and was made with a certificate that was not in force. */
export const standingOf = ({
  result,
  wasInForce,
}: CheckedSignature): CheckedSignature['result'] | 'not-in-force' =>
  result === 'valid' && wasInForce === false ? 'not-in-force' : result;

/** Whether what a signature states comes from the holder of its certificate. */
export const isProven = ({ result }: CheckedSignature): boolean =>
  result === 'valid' || result === 'changed';

/** How one signature stands, and what keeps it from being checked. */
export function resultInWords(signature: CheckedSignature): string {
  const { unreadable } = signature;
  const words = text(`result_${standingOf(signature)}`);
  return unreadable === null ? words : `${words}. ${text(`reason_${unreadable}`)}`;
}

/** What one signature says and what is known of its certificate. */
export function signatureFacts(signature: CheckedSignature): readonly Fact[] {
  const { role, statement, signedAtMs, wasInForce, certificate, trust, isWeak } = signature;
  const moment =
    signedAtMs === null
      ? text('noTime')
      : text('signedAtClock', { moment: certificateMoment(signedAtMs) });
  return [
    ...(role === '' ? [] : [{ label: text('role'), value: role }]),
    ...(statement === '' ? [] : [{ label: text('statement'), value: statement }]),
    { label: text('signedAt'), value: moment },
    // Of a certificate that did not make the signature, nothing good is told.
    ...(certificate === null || !isProven(signature)
      ? []
      : [
          { label: text('inForce'), value: text(`inForce_${wasInForce}`) },
          { label: text('issuer'), value: certificate.issuerName },
          { label: text('trust'), value: describeTrust(trust) },
        ]),
    ...(isWeak ? [{ label: text('strength'), value: text('weak') }] : []),
  ];
}

export interface NamedParts extends PartGroup {
  /** "Gambar (3)" */
  readonly label: string;
}

/** The parts of a file in words, beside their names in the package. */
export const partsInWords = (names: readonly string[]): readonly NamedParts[] =>
  groupParts(names).map((group) => {
    const part = text(`part_${group.kind}`);
    const count = group.names.length;
    return { ...group, label: count === 1 ? part : text('partCount', { part, count }) };
  });

export const lineInWords = (line: FileReport['openLines'][number]): string =>
  [line.suggestedSigner || text('lineUnnamed'), line.suggestedTitle].filter(Boolean).join(', ');

function sizeInWords(sizeBytes: number): string {
  const [value, unit] =
    sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'kB'] : [sizeBytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' && value < 100 ? 1 : 0;
  const number = new Intl.NumberFormat(i18next.language, { maximumFractionDigits: digits });
  return `${number.format(Math.max(value, 1))} ${unit}`;
}

/** "Memeriksa “…” (12,4 MB) …" */
export const checkingInWords = (file: Pick<File, 'name' | 'size'> | null): string =>
  file === null
    ? text('checking')
    : text('checkingFile', { fileName: file.name, size: sizeInWords(file.size) });

/** Which file it was, to the letter. */
export function fileFacts(report: FileReport): readonly Fact[] {
  const { fileName, sizeBytes, sha256, checkedAtMs } = report;
  return [
    { label: text('fileName'), value: fileName },
    { label: text('fileSize'), value: sizeInWords(sizeBytes) },
    { label: text('checkedAt'), value: certificateMoment(checkedAtMs) },
    { label: text('fileHash'), value: fingerprint(sha256), isCode: true },
  ];
}
