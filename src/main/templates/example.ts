import type { Block } from '../../shared/document/block.ts';
import { blockIdSchema } from '../../shared/ids.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';

const MARK = 'CONTOH';
const NOTICE =
  'CONTOH: isi ini hanya untuk mencoba templat dan bukan notula rapat yang sebenarnya.';

/**
 * An example session in which every reader sees that it is one: in its title, its number and at the
 * head of its minutes.
 */
export function markedExample(record: SessionRecord): SessionRecord {
  const { session, blocks } = record;
  const notice: Block = {
    type: 'narration',
    attrs: { id: blockIdSchema.parse('contoh'), dayId: session.days[0]?.id ?? null },
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: NOTICE, marks: [{ type: 'bold' }] }] },
    ],
  };
  return {
    ...record,
    session: {
      ...session,
      status: 'selesai',
      title: `${MARK} ${session.title}`,
      documentNumber: session.documentNumber || MARK,
    },
    blocks: [notice, ...blocks],
  };
}
