import type { Node } from '@tiptap/pm/model';
import { DOMSerializer } from '@tiptap/pm/model';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceId } from '../../../../shared/ids.ts';
import { wallClock } from '../../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import { Button } from '../../../ui/button.tsx';
import { blockIdOf, blockTypeOf } from '../model/blocks.ts';
import type { EditorText, Translate } from '../texts.ts';
import { blockFacts } from '../view/block-facts.ts';
import type { BlockChange } from './compare.ts';
import { diffTexts, wordsOf } from './word-diff.ts';

/** What the comparison knows of the session around the blocks. */
export interface BlockContext {
  readonly zone: SessionZone;
  readonly nameOf: (id: AttendanceId | null) => string;
  readonly t: Translate;
}

/** Speaker or kind, time and facts of a block, on one line. */
function headOf(node: Node, { nameOf, zone, t }: BlockContext): string {
  const type = blockTypeOf(node);
  const atMs = node.attrs['spokenAtMs'] as number | null | undefined;
  const who =
    type === 'statement' ? nameOf(node.attrs['speakerId'] as AttendanceId | null) : t(type);
  const time = atMs === null || atMs === undefined ? '' : wallClock(atMs, zone);
  return [who, time, blockFacts(node, t)].filter((part) => part !== '').join(' · ');
}

function EarlierText({ node }: { readonly node: Node }) {
  const { t } = useTranslation('editor');
  const text = wordsOf(node);
  return text === '' ? <span className="version-empty">{t('blockEmpty')}</span> : text;
}

function ChangedText({ before, now }: { readonly before: Node; readonly now: Node }) {
  let place = 0;
  return diffTexts(wordsOf(before), wordsOf(now)).map(({ type, text }) => {
    place += text.length;
    const key = `${type} ${place}`;
    if (type === 'removed') return <del key={key}>{text}</del>;
    if (type === 'added') return <ins key={key}>{text}</ins>;
    return <span key={key}>{text}</span>;
  });
}

const LABELS = {
  added: 'blockAdded',
  removed: 'blockRemoved',
  changed: 'blockEdited',
  moved: 'blockMoved',
} as const satisfies Record<BlockChange['type'], EditorText>;

const ACTIONS = {
  removed: 'bringBackRemoved',
  changed: 'bringBackContent',
  moved: 'bringBackPlace',
} as const satisfies Partial<Record<BlockChange['type'], EditorText>>;

interface ChangeRowProps {
  readonly change: BlockChange;
  readonly context: BlockContext;
  /** Null where the minutes cannot be changed. */
  readonly onBringBack: ((node: Node) => void) | null;
}

/** What became of one block, and the way back. */
export function ChangeRow({ change, context, onBringBack }: ChangeRowProps) {
  const { t } = context;
  const shown = change.type === 'removed' ? change.before : change.now;
  const label =
    change.type === 'changed' && change.isMoved ? 'blockEditedMoved' : LABELS[change.type];
  let body: ReactNode;
  let details = '';
  switch (change.type) {
    case 'added':
      body = (
        <ins>
          <EarlierText node={change.now} />
        </ins>
      );
      break;
    case 'removed':
      body = (
        <del>
          <EarlierText node={change.before} />
        </del>
      );
      break;
    case 'moved':
      body = <EarlierText node={change.now} />;
      break;
    case 'changed': {
      body = <ChangedText before={change.before} now={change.now} />;
      const [before, now] = [headOf(change.before, context), headOf(change.now, context)];
      if (before !== now) details = t('blockDetailsChanged', { before, now });
    }
  }
  return (
    <li className={`version-change is-${change.type}`}>
      <div className="version-change-head">
        <span className="version-change-label">{t(label)}</span>
        <span className="version-change-who">{headOf(shown, context)}</span>
        {change.type !== 'added' && onBringBack && (
          <Button
            className="version-change-action"
            onPress={() => onBringBack(change.before)}
            aria-label={`${t(ACTIONS[change.type])}: ${headOf(change.before, context)}`}
          >
            {t(ACTIONS[change.type])}
          </Button>
        )}
      </div>
      {details !== '' && <p className="version-change-details">{details}</p>}
      <div className="version-text" lang="id">
        {body}
      </div>
    </li>
  );
}

/** The words of a block with their lists, tables and marks, to be read only. */
function ReadOnlyText({ node }: { readonly node: Node }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const serializer = DOMSerializer.fromSchema(node.type.schema);
    element.replaceChildren(serializer.serializeFragment(node.content));
    // Nothing is opened from here.
    for (const link of element.querySelectorAll('a')) link.removeAttribute('href');
  }, [node]);
  return <div ref={place} className="version-rich" />;
}

/** A version as it was, to be read. */
export function WholeVersion({
  blocks,
  context,
}: {
  readonly blocks: readonly Node[];
  readonly context: BlockContext;
}) {
  return (
    <ol className="version-whole">
      {blocks.map((node) => (
        <li key={blockIdOf(node)} className={`version-block version-${blockTypeOf(node)}`}>
          <div className="version-block-head">{headOf(node, context)}</div>
          <div className="version-text" lang="id">
            {wordsOf(node) === '' ? <EarlierText node={node} /> : <ReadOnlyText node={node} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
