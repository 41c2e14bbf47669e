import type { KeyboardEvent, ReactNode } from 'react';
import { memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';

/** One line that opens its session. */
export interface Entry {
  readonly key: string;
  /** Entries with the same headings stand together. */
  readonly heading: string;
  readonly subheading: string | null;
  readonly body: ReactNode;
  readonly onOpen: () => void;
}

interface EntryListProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Entries that follow each other under the same heading. */
function sectionsBy(
  entries: readonly Entry[],
  titleOf: (entry: Entry) => string,
): readonly Section[] {
  const sections: { readonly title: string; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    if (last?.title === titleOf(entry)) last.entries.push(entry);
    else sections.push({ title: titleOf(entry), entries: [entry] });
  }
  return sections;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Entries under headings, one stop of Tab: the arrow keys go from entry to entry. */
export function EntryList({ label, entries, hasMore, isLoadingMore, onMore }: EntryListProps) {
  const { t } = useTranslation('about');
  const listRef = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const stop = entries.some(({ key }) => key === chosen) ? chosen : (entries[0]?.key ?? null);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = entries.findIndex(({ key }) => key === stop);
    const next = Math.min(Math.max(at + by, 0), entries.length - 1);
    if (at + by > entries.length - 1 && hasMore && !isLoadingMore) onMore();
    const key = entries[next]?.key;
    if (key === undefined) return;
    setChosen(key);
    listRef.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys go to the buttons inside
    <div ref={listRef} className="about-list" onKeyDown={onKeyDown}>
      <section className="about-sections" aria-label={label}>
        {sectionsBy(entries, ({ heading }) => heading).map((section) => (
          <section key={section.title} className="about-section">
            <h3 className="about-heading">{section.title}</h3>
            {sectionsBy(section.entries, ({ subheading }) => subheading ?? '').map((group) => (
              <div key={group.entries[0]?.key} className="about-group">
                {group.title !== '' && <h4 className="about-subheading">{group.title}</h4>}
                <ul className="about-entries">
                  {group.entries.map((entry) => (
                    <EntryLine
                      key={entry.key}
                      entry={entry}
                      isStop={entry.key === stop}
                      onFocus={setChosen}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </section>
      {hasMore && (
        <Button className="about-more" isDisabled={isLoadingMore} onPress={onMore}>
          {t(isLoadingMore ? 'loading' : 'more')}
        </Button>
      )}
    </div>
  );
}

interface EntryLineProps {
  readonly entry: Entry;
  readonly isStop: boolean;
  readonly onFocus: (key: string) => void;
}

const EntryLine = memo(
  function EntryLine({ entry, isStop, onFocus }: EntryLineProps) {
    return (
      <li className="about-item">
        <button
          type="button"
          className="about-entry"
          data-key={entry.key}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => onFocus(entry.key)}
          onClick={entry.onOpen}
        >
          {entry.body}
        </button>
      </li>
    );
  },
  // What an entry shows goes with its key.
  (before, after) => before.entry.key === after.entry.key && before.isStop === after.isStop,
);
