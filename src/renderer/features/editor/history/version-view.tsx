import type { Node } from '@tiptap/pm/model';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import type { EarlierMinutes } from '../../../../shared/contract/history.ts';
import type { AttendanceId } from '../../../../shared/ids.ts';
import { dateOn, longDate, wallClock } from '../../../../shared/minutes/dates.ts';
import { attendeeLabel } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import type { Session } from '../../../../shared/minutes/session.ts';
import { Button } from '../../../ui/button.tsx';
import { blockIdOf, blocksOf } from '../model/blocks.ts';
import { blockFromJson } from '../schema/document-json.ts';
import type { EditorText, Translate } from '../texts.ts';
import { compareBlocks, countChanges } from './compare.ts';
import { ChangeRow, WholeVersion } from './version-blocks.tsx';

interface VersionViewProps {
  readonly earlier: EarlierMinutes;
  /** The document as it is now. */
  readonly now: Node;
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly t: Translate;
  readonly onBringBackBlock: (version: readonly Node[], node: Node) => void;
  readonly onBringBackAll: (version: readonly Node[]) => void;
}

const COUNT_TEXTS = {
  added: 'versionAdded',
  removed: 'versionRemoved',
  changed: 'versionEdited',
  moved: 'versionMoved',
} as const satisfies Record<string, EditorText>;

/** One earlier version: what differs from now, or all of it. */
export function VersionView({
  earlier,
  now,
  session,
  attendance,
  t,
  onBringBackBlock,
  onBringBackAll,
}: VersionViewProps) {
  const { t: translate } = useTranslation('editor');
  const [isWhole, setWhole] = useState(false);
  const { info, speakers } = earlier;
  const content = useRef<HTMLElement>(null);
  // What was pressed to bring something back is gone with the difference: the focus stays in here.
  const compared = useRef(now);
  useEffect(() => {
    if (compared.current !== now) content.current?.focus({ preventScroll: true });
    compared.current = now;
  }, [now]);
  const { zone } = session;
  const isReadOnly = session.status === 'final';

  const version = useMemo(
    () => earlier.blocks.map((block) => blockFromJson(now.type.schema, block)),
    [earlier, now.type.schema],
  );
  const changes = useMemo(() => compareBlocks(version, blocksOf(now)), [version, now]);
  const counts = countChanges(changes);
  const context = useMemo(() => {
    const names = new Map(attendance.map((attendee) => [attendee.id, attendeeLabel(attendee)]));
    const nameOf = (id: AttendanceId | null): string =>
      id === null ? t('notMentioned') : (names.get(id) ?? speakers[id] ?? t('speakerUnknown'));
    return { zone, nameOf, t };
  }, [attendance, speakers, zone, t]);

  const date = longDate(dateOn(info.atMs, zone));
  const time = `${wallClock(info.atMs, zone)} ${zone}`;
  return (
    <section className="version-view" aria-label={t('versionOf', { date, time })}>
      <header className="version-head">
        <div className="version-summary">
          <h3>{t('versionTitle', { date, time })}</h3>
          <output className="version-counts">
            {changes.length === 0
              ? t('versionSame')
              : (Object.keys(COUNT_TEXTS) as (keyof typeof COUNT_TEXTS)[])
                  .filter((type) => counts[type] > 0)
                  .map((type) => translate(COUNT_TEXTS[type], { count: counts[type] }))
                  .join(' · ')}
          </output>
        </div>
        <ToggleButtonGroup
          className="version-modes"
          aria-label={t('versionView')}
          disallowEmptySelection
          selectedKeys={[isWhole ? 'whole' : 'compared']}
          onSelectionChange={(keys) => setWhole(keys.has('whole'))}
        >
          <ToggleButton id="compared" className="version-mode">
            {t('versionCompared')}
          </ToggleButton>
          <ToggleButton id="whole" className="version-mode">
            {t('versionWhole')}
          </ToggleButton>
        </ToggleButtonGroup>
        {!isReadOnly && (
          <Button
            variant="primary"
            isDisabled={changes.length === 0 || version.length === 0}
            onPress={() => onBringBackAll(version)}
          >
            {t('bringBackAll')}
          </Button>
        )}
      </header>
      <section
        ref={content}
        className="version-scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- safe: what scrolls must be reached by keys (WCAG 2.1.1), and a version may hold nothing else that can be
        tabIndex={0}
        aria-label={t('versionContent')}
      >
        {isWhole ? (
          <WholeVersion blocks={version} context={context} />
        ) : (
          <ol className="version-changes">
            {changes.map((change) => (
              <ChangeRow
                key={blockIdOf(change.type === 'removed' ? change.before : change.now)}
                change={change}
                context={context}
                onBringBack={isReadOnly ? null : (node) => onBringBackBlock(version, node)}
              />
            ))}
          </ol>
        )}
      </section>
    </section>
  );
}
