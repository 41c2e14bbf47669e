import type { TFunction } from 'i18next';

import type { ArchiveReport, FileFault } from '../../../shared/minutes/final.ts';
import { momentHere } from './moments.ts';
import { partWords } from './part-words.ts';

type Translate = TFunction<'finals'>;

/** Whether everything is as it was recorded. */
export const isWhole = ({
  changed,
  brokenAtSeq,
  isFileSound,
  fileFaults,
}: ArchiveReport): boolean =>
  changed.length === 0 && brokenAtSeq === null && isFileSound && fileFaults.length === 0;

export function finalsLine({ finalCount, changed }: ArchiveReport, t: Translate): string {
  return changed.length === 0
    ? t(finalCount === 0 ? 'finalsChecked_zero' : 'finalsFine', { count: finalCount })
    : t('finalsChanged', { changed: changed.length, count: finalCount });
}

export const logLine = ({ logCount, brokenAtSeq }: ArchiveReport, t: Translate): string =>
  brokenAtSeq === null
    ? t('logFine', { count: logCount })
    : t('logNotFine', { count: logCount, seq: brokenAtSeq });

export const fileLine = ({ isFileSound }: ArchiveReport, t: Translate): string =>
  t(isFileSound ? 'fileFine' : 'fileNotFine');

export const filesLine = ({ fileCount, fileFaults }: ArchiveReport, t: Translate): string =>
  fileFaults.length === 0
    ? t('filesFine', { count: fileCount })
    : t('filesNotFine', { faults: fileFaults.length, count: fileCount });

export const fileFaultLine = ({ name, title, fault }: FileFault, t: Translate): string =>
  t(fault === 'missing' ? 'fileMissing' : 'fileDamaged', { name, title: title || t('untitled') });

/** The report as text, to be pasted into a letter or printed. */
export function archiveReportText(report: ArchiveReport, t: Translate, language: string): string {
  const changed = report.changed.map(({ title, parts }) =>
    t('changedSession', { title: title || t('untitled'), parts: partWords(parts, t) }),
  );
  return [
    t('archiveTitle'),
    t('archiveAt', { when: momentHere(report.atMs, language) }),
    '',
    t(isWhole(report) ? 'archiveFine' : 'archiveBad'),
    '',
    `${t('finals')}: ${finalsLine(report, t)}`,
    ...changed.map((line) => `- ${line}`),
    `${t('log')}: ${logLine(report, t)}`,
    `${t('file')}: ${fileLine(report, t)}`,
    `${t('files')}: ${filesLine(report, t)}`,
    ...report.fileFaults.map((fault) => `- ${fileFaultLine(fault, t)}`),
    '',
  ].join('\n');
}
