import type { Block } from '../../src/shared/document/block.ts';
import type { RichNode } from '../../src/shared/document/rich-text.ts';
import type { AttendanceId, BlockId } from '../../src/shared/ids.ts';

const paragraph = (text: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

const RICH: readonly RichNode[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Data pemilih ' },
      { type: 'text', text: 'harus mutakhir', marks: [{ type: 'bold' }, { type: 'highlight' }] },
      { type: 'text', text: ', lihat ' },
      {
        type: 'text',
        text: 'pengumuman',
        marks: [{ type: 'link', attrs: { href: 'https://contoh.invalid/pengumuman' } }],
      },
      { type: 'text', text: '.' },
    ],
  },
  {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('Pemilih pemula')] }],
  },
  { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('Pemutakhiran')] }] },
  { type: 'blockquote', content: [paragraph('Satu orang, satu suara.')] },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [paragraph('Kecamatan')] },
          { type: 'tableHeader', content: [paragraph('Pemilih')] },
        ],
      },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [paragraph('Contoh Barat')] },
          { type: 'tableCell', content: [paragraph('1.250')] },
        ],
      },
    ],
  },
];

/** Minutes with a block of every type and every kind of text in them. */
export function everyBlock(speakerId: AttendanceId): readonly Block[] {
  const common = (name: string) => ({ id: `blok-${name}` as BlockId, dayId: null });
  const spokenAtMs = Date.UTC(2025, 1, 18, 2, 30);
  return [
    {
      type: 'agendaItem',
      attrs: common('acara'),
      content: [{ type: 'text', text: 'Pembukaan' }],
    },
    {
      type: 'statement',
      attrs: { ...common('sambutan'), speakerId, kind: 'sambutan', spokenAtMs },
      content: [...RICH],
    },
    {
      type: 'statement',
      attrs: { ...common('anonim'), speakerId: null, kind: 'pertanyaan', spokenAtMs: null },
      content: [paragraph('Kapan daftar diumumkan?')],
    },
    { type: 'narration', attrs: common('narasi'), content: [paragraph('Rapat dibuka.')] },
    {
      type: 'decision',
      attrs: {
        ...common('keputusan'),
        method: 'pemungutan suara',
        inFavour: 12,
        against: 1,
        abstained: 2,
      },
      content: [paragraph('Jadwal disetujui.')],
    },
    {
      type: 'recommendation',
      attrs: common('rekomendasi'),
      content: [paragraph('Sosialisasi diperluas.')],
    },
    {
      type: 'followUp',
      attrs: {
        ...common('tindak-lanjut'),
        responsible: 'Sekretariat Contoh',
        dueDate: '2025-03-01',
        status: 'berjalan',
      },
      content: [paragraph('Menyusun jadwal.')],
    },
    {
      type: 'break',
      attrs: { ...common('skors'), spokenAtMs },
      content: [{ type: 'text', text: 'Istirahat' }],
    },
    {
      type: 'statement',
      attrs: { ...common('penutup'), speakerId, kind: 'closing statement', spokenAtMs },
      content: [paragraph('Terima kasih.')],
    },
  ];
}
