import { useEffect } from 'react';

import { currentBlock } from '../commands/new-block.ts';
import { chosenBlock } from '../final/reading.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { DeskConnections } from '../use-minutes-desk.ts';

/** Plays the recording from what the caret is in, or from what is chosen in a final page. */
export function useRecordingCommand(
  desk: MinutesDesk | null,
  onPlayFrom: DeskConnections['onPlayFrom'],
  registerCommands: DeskConnections['registerCommands'],
): void {
  useEffect(() => {
    if (!desk) return undefined;
    return registerCommands({
      'recording.fromStatement': () => {
        const { state } = desk.editor;
        const { node } = chosenBlock(state) ?? currentBlock(state);
        const spokenAtMs: unknown = node.attrs['spokenAtMs'];
        onPlayFrom(typeof spokenAtMs === 'number' ? spokenAtMs : null);
      },
    });
  }, [desk, onPlayFrom, registerCommands]);
}
