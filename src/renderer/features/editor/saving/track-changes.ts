import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { Changes } from './changes.ts';
import { changesBetween, hasChanges } from './changes.ts';

/** Tells what each transaction changed, after it is on screen. */
export function trackChanges(onChanges: (changes: Changes) => void): Plugin {
  return new Plugin({
    key: new PluginKey('trackChanges'),
    view: () => ({
      update(view, before) {
        if (before.doc === view.state.doc) return;
        const changes = changesBetween(before.doc, view.state.doc);
        if (hasChanges(changes)) onChanges(changes);
      },
    }),
  });
}
