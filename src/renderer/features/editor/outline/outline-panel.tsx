import { X } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { BlockId } from '../../../../shared/ids.ts';
import { Button } from '../../../ui/button.tsx';
import type { MinutesDesk } from '../minutes-desk.ts';
import type { Translate } from '../texts.ts';
import { focusPage } from '../view/focus-page.ts';
import './outline-panel.css';

interface OutlinePanelProps {
  readonly desk: MinutesDesk;
  readonly t: Translate;
  readonly isReadOnly: boolean;
  readonly registerCommands: (
    handlers: Partial<Readonly<Record<CommandId, () => void>>>,
  ) => () => void;
}

/** The agenda beside the page: where one is, to jump, and to put items in another order. */
export function OutlinePanel({ desk, t, isReadOnly, registerCommands }: OutlinePanelProps) {
  const { store } = desk.outline;
  const { isOpen, items, currentId, focusWish } = useSyncExternalStore(
    store.subscribe,
    store.current,
  );
  const list = useRef<HTMLOListElement>(null);
  const [focusedId, setFocusedId] = useState<BlockId | null>(null);
  const [draggedId, setDraggedId] = useState<BlockId | null>(null);
  const [dropPlace, setDropPlace] = useState<number | null>(null);
  const [message, setMessage] = useState('');

  const buttonOf = (id: BlockId | null): HTMLElement | null =>
    list.current?.querySelector(`[data-item="${CSS.escape(id ?? '')}"]`) ?? null;
  const reachable = items.some(({ id }) => id === focusedId)
    ? focusedId
    : (currentId ?? items[0]?.id ?? null);

  // Reading what is final needs the outline too, where the page itself answers no commands.
  useEffect(
    () => registerCommands({ 'view.outline': desk.outline.toggle }),
    [desk, registerCommands],
  );
  const wishSeen = useRef(0);
  useEffect(() => {
    if (focusWish === wishSeen.current) return;
    wishSeen.current = focusWish;
    const current = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    (current ?? list.current?.querySelector('button'))?.focus();
  }, [focusWish]);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="true"]');
    if (!list.current?.contains(document.activeElement)) {
      current?.scrollIntoView({ block: 'nearest' });
    }
  }, [currentId]);

  if (!isOpen) return null;

  const titleOf = (title: string): string => title || t('outlineUntitled');
  const move = (id: BlockId, place: number): void => {
    const wanted = Math.min(Math.max(place, 0), items.length - 1);
    const item = items.find((candidate) => candidate.id === id);
    if (!item || isReadOnly || items.indexOf(item) === wanted) return;
    desk.outline.move(id, wanted);
    setMessage(
      t('outlineMoved', {
        title: titleOf(item.title),
        place: String(wanted + 1),
        count: String(items.length),
      }),
    );
    // The list is made anew in its new order; the focus goes with the item.
    requestAnimationFrame(() => buttonOf(id)?.focus());
  };
  const focusAt = (index: number): void => {
    const target = items[Math.min(Math.max(index, 0), items.length - 1)];
    if (target) buttonOf(target.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, id: BlockId, index: number): void => {
    const isMove = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isMove && event.key === 'ArrowUp') move(id, index - 1);
    else if (isMove && event.key === 'ArrowDown') move(id, index + 1);
    else if (isPlain && event.key === 'ArrowUp') focusAt(index - 1);
    else if (isPlain && event.key === 'ArrowDown') focusAt(index + 1);
    else if (isPlain && event.key === 'Home') focusAt(0);
    else if (isPlain && event.key === 'End') focusAt(items.length - 1);
    else if (isPlain && event.key === 'Escape') focusPage(desk.editor.view);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Dropped on the upper half of an item it goes before it, on the lower half after it. */
  const placeOf = (event: DragEvent, index: number): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? index : index + 1;
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const from = items.findIndex(({ id }) => id === draggedId);
    if (draggedId !== null && dropPlace !== null) {
      move(draggedId, dropPlace > from ? dropPlace - 1 : dropPlace);
    }
    setDraggedId(null);
    setDropPlace(null);
  };

  return (
    <nav className="outline" aria-label={t('outline')}>
      <div className="outline-head">
        <h2 className="outline-title">{t('outline')}</h2>
        <Button variant="quiet" isIcon aria-label={t('outlineClose')} onPress={desk.outline.toggle}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      {items.length === 0 ? (
        <p className="outline-empty">{t('outlineEmpty')}</p>
      ) : (
        <ol ref={list} className="outline-items" lang="id">
          {items.map(({ id, title }, index) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- safe: dragging is for the pointer, and the button within does the same by keys
            <li
              key={id}
              className="outline-item"
              data-drop={
                dropPlace === index
                  ? 'before'
                  : dropPlace === items.length && index === items.length - 1
                    ? 'after'
                    : undefined
              }
              draggable={!isReadOnly}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('application/x-notula-section', id);
                setDraggedId(id);
              }}
              onDragOver={(event) => {
                if (draggedId === null) return;
                event.preventDefault();
                setDropPlace(placeOf(event, index));
              }}
              onDrop={onDrop}
              onDragEnd={() => {
                setDraggedId(null);
                setDropPlace(null);
              }}
            >
              <button
                type="button"
                className="outline-button"
                data-item={id}
                tabIndex={id === reachable ? 0 : -1}
                aria-current={id === currentId ? 'true' : undefined}
                aria-keyshortcuts={isReadOnly ? undefined : 'Alt+Shift+ArrowUp Alt+Shift+ArrowDown'}
                onClick={() => desk.outline.jump(id)}
                onFocus={() => setFocusedId(id)}
                onKeyDown={(event) => onKeyDown(event, id, index)}
              >
                <span className="outline-number">{index + 1}.</span>
                <span className="outline-text">{titleOf(title)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {items.length > 0 && !isReadOnly && <p className="outline-keys">{t('outlineKeys')}</p>}
      <p className="outline-message" aria-live="polite">
        {message}
      </p>
    </nav>
  );
}
