import { useEffect } from 'react';

import type { MinutesDesk } from '../minutes-desk.ts';
import type { DeskConnections } from '../use-minutes-desk.ts';

/** Shows addenda in the page, and answers the commands that need to know what is chosen there. */
export function useFinalDesk(
  desk: MinutesDesk | null,
  { addenda, registerCommands, onAddendum, onShowPage }: DeskConnections,
): void {
  useEffect(() => desk?.final.setAddenda(addenda), [desk, addenda]);
  useEffect(() => {
    if (!desk) return undefined;
    return registerCommands({
      'session.addendum': () => {
        // Chosen in the page, and not meant where another part of the session is looked at.
        const isShown = desk.editor.view.dom.offsetParent !== null;
        onAddendum(isShown ? desk.final.chosen() : null);
      },
      'addendum.next': () => {
        onShowPage();
        desk.final.goToNext();
      },
    });
  }, [desk, registerCommands, onAddendum, onShowPage]);
}
