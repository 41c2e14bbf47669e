import type { InlineNode, RichNode } from '../../../shared/document/rich-text.ts';
import type { MinutesItem } from '../model.ts';
import type { Piece } from '../official-document.ts';
import type { MeetingCourse } from './course.ts';
import { SHORT_BLANK, isEmptyInline, plain, plainNode } from './text.ts';

interface Row {
  readonly label: readonly InlineNode[];
  /** "" where the session has one day. */
  readonly day: string;
  /** Kinds of statements by speaker, in the order in which they first spoke. */
  readonly speakers: Map<string, Set<string>>;
}

/** More speakers on one item than this are counted: their names are in the minutes. */
const MOST_SPEAKERS = 12;
const NOBODY_NAMED = 'Pembicara tidak disebut';

function speakerLabel({ speaker }: Extract<MinutesItem, { type: 'statement' }>): string {
  if (speaker === null) return NOBODY_NAMED;
  const name = speaker.name === '' ? SHORT_BLANK : speaker.name;
  return speaker.position === '' ? name : `${name}, ${speaker.position}`;
}

function agendaLabel(item: Extract<MinutesItem, { type: 'agenda' }>): readonly InlineNode[] {
  const content = isEmptyInline(item.content) ? plain(SHORT_BLANK) : item.content;
  return [...plain(`${item.number}. `), ...content];
}

/** Who spoke, agenda item by agenda item and day by day; rows without anybody are left out. */
function rowsOf(items: readonly MinutesItem[], title: string): readonly Row[] {
  let row: Row = { label: plain(title), day: '', speakers: new Map() };
  const rows = [row];
  for (const item of items) {
    switch (item.type) {
      case 'day':
      case 'agenda':
        row = {
          label: item.type === 'agenda' ? agendaLabel(item) : row.label,
          day: item.type === 'day' ? item.text : row.day,
          speakers: new Map(),
        };
        rows.push(row);
        break;
      case 'statement': {
        const label = speakerLabel(item);
        const kinds = row.speakers.get(label) ?? new Set();
        row.speakers.set(label, kinds.add(item.kind));
        break;
      }
      case 'narration':
      case 'addendum':
      case 'break':
        break;
    }
  }
  return rows.filter(({ speakers }) => speakers.size > 0);
}

const speakerNode = ([label, kinds]: readonly [string, ReadonlySet<string>]): RichNode => {
  const named = [...kinds].filter((kind) => kind !== '');
  return plainNode(named.length === 0 ? label : `${label} (${named.join(', ')})`);
};

const dayNode = (day: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: day, marks: [{ type: 'italic' }] }],
});

function speakerNodes({ speakers }: Row): readonly RichNode[] {
  const nodes = [...speakers].map(speakerNode);
  const rest = nodes.length - MOST_SPEAKERS;
  if (rest <= 1) return nodes;
  return [...nodes.slice(0, MOST_SPEAKERS), plainNode(`dan ${rest} pembicara lain`)];
}

/** Who spoke on what, as a table; nothing where nobody is noted to have spoken. */
export function speakersPieces(course: MeetingCourse): readonly Piece[] {
  const rows = [
    ...rowsOf(course.opening, 'Pembukaan'),
    ...rowsOf(course.discussion, 'Pembahasan'),
    ...rowsOf([...course.remarks, ...course.ending], 'Penutup'),
  ];
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      description: 'Agenda dan yang berbicara: agenda, dan nama dengan jabatan',
      columns: [
        { title: 'Agenda', widthMm: 62, alignment: 'start' },
        { title: 'Pembicara', widthMm: null, alignment: 'start' },
      ],
      rows: rows.map((row) => [
        [{ type: 'paragraph', content: row.label }, ...(row.day === '' ? [] : [dayNode(row.day)])],
        speakerNodes(row),
      ]),
      minRowHeightMm: 0,
    },
  ];
}
