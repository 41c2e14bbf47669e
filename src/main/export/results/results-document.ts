import type { TextPiece } from '../../../shared/contract/search.ts';
import type { InlineNode } from '../../../shared/document/rich-text.ts';
import { longDate } from '../../../shared/minutes/dates.ts';
import type { PageSetup } from '../../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../shared/official/office-settings.ts';
import { automaticFooter } from '../footer-line.ts';
import type { DrawnDocument, Piece } from '../official-document.ts';
import { factRow } from '../parts/facts.ts';
import { headingPiece, textPiece } from '../parts/text.ts';
import { xmlLine } from '../xml-text.ts';
import type { ResultHit, ResultsInput } from './results-input.ts';
import { headOf, hitsBySession } from './results-input.ts';
import { partInWords, SORTS, timeInWords } from './words.ts';

const TITLE = 'HASIL PENCARIAN';
const LABEL_MM = 36;
const PAGE: PageSetup = { ...DEFAULT_OFFICE_SETTINGS.page, leftMm: 25, fontSizePt: 11 };

/** The passage on one line, what was found in bold. */
function found(pieces: readonly TextPiece[]): readonly InlineNode[] {
  return pieces.flatMap(({ text, isMatch }): InlineNode[] => {
    // The spaces at the edges part the pieces.
    const line = xmlLine(`|${text}|`).slice(1, -1);
    if (line === '') return [];
    return [{ type: 'text', text: line, ...(isMatch ? { marks: [{ type: 'bold' }] } : {}) }];
  });
}

function hitPieces({ hit, pieces }: ResultHit): readonly Piece[] {
  const part = xmlLine(partInWords(hit));
  const agenda = xmlLine(hit.agenda ?? '');
  const day = hit.day === null || hit.day === hit.sessionDate ? '' : longDate(hit.day);
  const asides = [
    hit.speaker === null ? '' : part,
    agenda === '' ? '' : `mata acara ${agenda}`,
    day,
    timeInWords(hit),
  ].filter((aside) => aside !== '');
  return [
    {
      type: 'speaker',
      name: xmlLine(hit.speaker ?? part),
      position: xmlLine(hit.speakerPosition),
      asides,
    },
    textPiece(found(pieces), { alignment: 'start', indentMm: 5 }),
  ];
}

function sessionPieces(hits: readonly ResultHit[]): readonly Piece[] {
  const [first] = hits;
  if (first === undefined) return [];
  const { sessionTitle, sessionKind, sessionDate } = first.hit;
  const facts = [xmlLine(sessionKind), sessionDate === null ? '' : longDate(sessionDate)];
  return [
    headingPiece(2, xmlLine(sessionTitle) || '(tanpa judul)'),
    textPiece(facts.filter(Boolean).join(' · ') || 'Tanpa tanggal', {
      size: 'small',
      alignment: 'start',
      isKeptWithNext: true,
    }),
    ...hits.flatMap(hitPieces),
  ];
}

/** A list of search results with where each stands, for a letter or the file of a case. */
export function resultsDocument(input: ResultsInput): DrawnDocument {
  const query = xmlLine(input.query);
  return {
    properties: {
      title: `Hasil pencarian: ${query}`,
      subject: query,
      author: xmlLine(input.exportedBy.name),
      createdAtMs: input.exportedAtMs,
    },
    isDraft: false,
    secrecy: '',
    page: PAGE,
    letterhead: null,
    footer: { text: automaticFooter('Hasil pencarian', query, PAGE), hasPageNumbers: true },
    images: [],
    pieces: [
      {
        type: 'title',
        lines: [{ text: TITLE, size: 'title', isBold: true, isUnderlined: false }],
      },
      {
        type: 'facts',
        labelWidthMm: LABEL_MM,
        rows: [...headOf(input), ['Urutan', SORTS[input.sort]] as const].map(([label, text]) =>
          factRow(label, [xmlLine(text)]),
        ),
      },
      ...hitsBySession(input.hits).flatMap(sessionPieces),
    ],
  };
}
