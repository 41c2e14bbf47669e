/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows in sight are placed one by one, which list elements cannot be */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, CircleCheck, CircleDashed, Clock, Copy, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportedFile } from '../../../shared/contract/imports.ts';

const ROW_HEIGHT_PX = 44;

interface FileListProps {
  readonly files: readonly ImportedFile[];
  /** The path of the file that keys act on. */
  readonly active: string | null;
  /** Takes the focus when it comes. */
  readonly hasFocus: boolean;
  readonly onMove: (path: string) => void;
  readonly onOpen: (file: ImportedFile) => void;
}

type RowState = 'menunggu' | 'ganda' | 'ditolak' | 'unreviewed' | 'reviewed' | 'inTrash' | 'gone';

const ICONS: Readonly<Record<RowState, LucideIcon>> = {
  menunggu: Clock,
  ganda: Copy,
  ditolak: CircleAlert,
  unreviewed: CircleDashed,
  reviewed: CircleCheck,
  inTrash: Trash2,
  gone: Trash2,
};

function stateOf({ state, session, isReviewed }: ImportedFile): RowState {
  if (state !== 'masuk') return state;
  if (session === null) return 'gone';
  if (session.isTrashed) return 'inTrash';
  return isReviewed ? 'reviewed' : 'unreviewed';
}

const rowId = (index: number): string => `import-file-${index}`;

/**
 * What became of each file, of which only the rows in sight are in the page. The list itself keeps
 * the focus and names its active row.
 */
export function FileList({ files, active, hasFocus, onMove, onOpen }: FileListProps) {
  const { t } = useTranslation('imports');
  const scroller = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    files.findIndex(({ path }) => path === active),
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is passed on or memoised
  const virtualizer = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => files[index]?.path ?? index,
    overscan: 12,
    // The active row is named by aria-activedescendant, so it must exist even out of sight.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(at) ? indexes : [...indexes, at];
    },
  });
  useEffect(() => {
    if (hasFocus) scroller.current?.focus();
  }, [hasFocus]);
  useEffect(() => {
    if (active !== null) virtualizer.scrollToIndex(at);
  }, [active, at, virtualizer]);

  const pageRows = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 1);

  function targetOf(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return at + 1;
      case 'ArrowUp':
        return at - 1;
      case 'PageDown':
        return at + pageRows();
      case 'PageUp':
        return at - pageRows();
      case 'Home':
        return 0;
      case 'End':
        return files.length - 1;
      default:
        return null;
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = targetOf(event.key);
    if (target !== null) {
      const file = files[Math.min(Math.max(target, 0), files.length - 1)];
      if (file !== undefined) onMove(file.path);
    } else if (event.key === 'Enter') {
      const file = files[at];
      if (file !== undefined) onOpen(file);
    } else {
      return;
    }
    event.preventDefault();
  }

  if (files.length === 0) return <p className="imports-none">{t('noneHere')}</p>;
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('files')}
      aria-activedescendant={rowId(at)}
      className="imports-files"
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const file = files[item.index];
          return file === undefined ? null : (
            <FileRow
              key={item.key}
              file={file}
              index={item.index}
              count={files.length}
              offsetPx={item.start}
              isActive={item.index === at}
              onPress={() => onMove(file.path)}
              onOpen={() => onOpen(file)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface FileRowProps {
  readonly file: ImportedFile;
  readonly index: number;
  readonly count: number;
  readonly offsetPx: number;
  readonly isActive: boolean;
  readonly onPress: () => void;
  readonly onOpen: () => void;
}

function FileRow({ file, index, count, offsetPx, isActive, onPress, onOpen }: FileRowProps) {
  const { t } = useTranslation('imports');
  const state = stateOf(file);
  const Icon = ICONS[state];
  const stateText =
    state === 'menunggu' || state === 'ganda' || state === 'ditolak'
      ? t(`fileState_${state}`)
      : t(state);
  const title = file.session === null ? '' : file.session.title || t('untitled');
  const outcome = (): string => {
    if (file.reason !== null) return t(`reason_${file.reason}`);
    if (file.state !== 'ganda') return title;
    if (file.session === null) return t('gone');
    return t(file.session.isTrashed ? 'sameAsTrashed' : 'sameAs', { title });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list keeps the focus, takes the keys and names its active row
    <div
      role="option"
      id={rowId(index)}
      aria-selected={isActive}
      aria-posinset={index + 1}
      aria-setsize={count}
      className="imports-file"
      style={{ transform: `translateY(${offsetPx}px)` }}
      onClick={onPress}
      onDoubleClick={onOpen}
    >
      <span className={`imports-file-state imports-file-${state}`}>
        <Icon size={14} aria-hidden />
        {stateText}
      </span>
      <span className="imports-file-names">
        <span className="imports-file-path" title={file.path}>
          {file.path}
        </span>
        <span className="imports-file-outcome" title={outcome()}>
          {outcome()}
        </span>
      </span>
    </div>
  );
}
