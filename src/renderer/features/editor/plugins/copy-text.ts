import type { Node, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { AttendanceId } from '../../../../shared/ids.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import { isBlock } from '../model/blocks.ts';
import type { Directory } from '../speakers/directory.ts';

const textOf = (node: Node): string =>
  node.textBetween(0, node.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : String(leaf.attrs['caption'] ?? ''),
  );

/** What other programs get of a copied part: whole statements with the names of their speakers. */
export function copiedText(slice: Slice, directory: Directory): string {
  return slice.content.content
    .map((node) => {
      const speakerId = node.attrs['speakerId'] as AttendanceId | null | undefined;
      const attendee = isBlock(node) && speakerId ? directory.find(speakerId) : undefined;
      const name = attendee ? attendeeLabel(attendee) : '';
      return name === '' ? textOf(node) : `${name}: ${textOf(node)}`;
    })
    .join('\n');
}

/** Gives copied statements their speakers' names in plain text, as for a chat. */
export function copyText(directory: Directory): Plugin {
  return new Plugin({
    key: new PluginKey('copyText'),
    props: { clipboardTextSerializer: (slice) => copiedText(slice, directory) },
  });
}
