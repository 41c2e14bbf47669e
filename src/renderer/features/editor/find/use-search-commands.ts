import { useEffect } from 'react';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { MinutesDesk } from '../minutes-desk.ts';

type Register = (handlers: Partial<Readonly<Record<CommandId, () => void>>>) => () => void;

/** Answers the commands that only look: they work in final minutes too, and from within the bars. */
export function useSearchCommands(desk: MinutesDesk | null, register: Register): void {
  useEffect(() => {
    if (!desk) return undefined;
    const { find, filter, editor } = desk;
    const whileShown = (run: () => void) => (): void => {
      if (editor.view.dom.offsetParent !== null) run();
    };
    const stop = register({
      'find.open': whileShown(() => find.open('find')),
      'find.replace': whileShown(() => find.open('replace')),
      'find.next': whileShown(find.next),
      'find.previous': whileShown(find.previous),
      'view.filter': whileShown(filter.open),
    });
    const unsubscribe = filter.store.subscribe(find.refresh);
    return () => {
      stop();
      unsubscribe();
    };
  }, [desk, register]);
}
