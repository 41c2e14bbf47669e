import { useEffect } from 'react';

import type { CopyForm } from '../../../../shared/contract/exchange.ts';
import type { BlockId } from '../../../../shared/ids.ts';
import { currentBlock } from '../commands/new-block.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import { blockIdOf } from '../model/blocks.ts';
import type { DeskConnections } from '../use-minutes-desk.ts';

/** Copies the agenda item that the caret is in: only the page knows which one that is. */
export function useCopyCommands(
  desk: MinutesDesk | null,
  onCopyItem: (blockId: BlockId, form: CopyForm) => void,
  registerCommands: DeskConnections['registerCommands'],
): void {
  useEffect(() => {
    if (!desk) return undefined;
    const copy = (form: CopyForm) => (): void =>
      onCopyItem(blockIdOf(currentBlock(desk.editor.state).node), form);
    return registerCommands({
      'copy.itemFormatted': copy('formatted'),
      'copy.itemPlain': copy('plain'),
      'copy.itemMarkdown': copy('markdown'),
    });
  }, [desk, onCopyItem, registerCommands]);
}
