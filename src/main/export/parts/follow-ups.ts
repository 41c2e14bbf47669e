import type { BlockOf } from '../../../shared/document/block.ts';
import { dateInWords } from '../../../shared/minutes/dates.ts';
import type { Piece } from '../official-document.ts';
import type { Noted } from '../sections.ts';
import { xmlLine } from '../xml-text.ts';
import { SHORT_BLANK, noteNodes, orBlank, plainNode } from './text.ts';

export const STATUS_WORDS = {
  belum: 'Belum',
  berjalan: 'Berjalan',
  selesai: 'Selesai',
  dibatalkan: 'Dibatalkan',
} as const;

/** What is to be done, by whom, by when and how far it is; nothing where there is nothing to do. */
export function followUpPieces(followUps: readonly Noted<BlockOf<'followUp'>>[]): readonly Piece[] {
  if (followUps.length === 0) return [];
  const rows = followUps.map(({ block, notes }, index) => {
    const { responsible, dueDate, status } = block.attrs;
    return [
      [plainNode(String(index + 1))],
      [...orBlank(block.content, SHORT_BLANK), ...noteNodes(notes)],
      [plainNode(xmlLine(responsible ?? '') || SHORT_BLANK)],
      [plainNode(dueDate === null ? SHORT_BLANK : dateInWords(dueDate))],
      [plainNode(STATUS_WORDS[status])],
    ];
  });
  return [
    {
      type: 'table',
      description: 'Tindak lanjut: nomor, isi, penanggung jawab, batas waktu, dan status',
      columns: [
        { title: 'No', widthMm: 11, alignment: 'center' },
        { title: 'Tindak lanjut', widthMm: null, alignment: 'start' },
        { title: 'Penanggung jawab', widthMm: 37, alignment: 'start' },
        { title: 'Batas waktu', widthMm: 26, alignment: 'start' },
        { title: 'Status', widthMm: 23, alignment: 'start' },
      ],
      rows,
      minRowHeightMm: 0,
    },
  ];
}
