import { useTranslation } from 'react-i18next';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';

import type { VersionId } from '../../../../shared/ids.ts';
import { dateOn, longDate, wallClock } from '../../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import type { VersionInfo, VersionReason } from '../../../../shared/minutes/versions.ts';
import type { EditorText } from '../texts.ts';

const REASON_TEXTS = {
  interval: 'versionInterval',
  opened: 'versionOpened',
  closed: 'versionClosed',
  exported: 'versionExported',
  manual: 'versionManual',
  'before-restore': 'versionBeforeRestore',
  'before-replace': 'versionBeforeReplace',
  'meeting-started': 'versionMeetingStarted',
  'meeting-adjourned': 'versionMeetingAdjourned',
  'meeting-resumed': 'versionMeetingResumed',
  'meeting-ended': 'versionMeetingEnded',
  finalised: 'versionFinalised',
} as const satisfies Record<VersionReason, EditorText>;

/** Versions of the same day, newest first. */
function byDay(versions: readonly VersionInfo[], zone: SessionZone) {
  const days = new Map<string, VersionInfo[]>();
  for (const version of versions) {
    const date = dateOn(version.atMs, zone);
    days.set(date, [...(days.get(date) ?? []), version]);
  }
  return [...days];
}

interface VersionListProps {
  readonly versions: readonly VersionInfo[];
  readonly zone: SessionZone;
  readonly selected: VersionId | null;
  readonly onSelect: (id: VersionId) => void;
}

/** When, why and by whom each version was kept. */
export function VersionList({ versions, zone, selected, onSelect }: VersionListProps) {
  const { t } = useTranslation('editor');
  return (
    <ListBox
      className="version-list"
      aria-label={t('versions')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: the dialog was just opened by the user, and begins in the list that its keys are for
      autoFocus
      selectionMode="single"
      disallowEmptySelection
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        const version = versions.find(({ id }) => id === key);
        if (version) onSelect(version.id);
      }}
    >
      {byDay(versions, zone).map(([date, ofDay]) => (
        <ListBoxSection key={date} className="version-day">
          <Header className="version-day-title">{longDate(date)}</Header>
          {ofDay.map((version) => {
            const time = wallClock(version.atMs, zone);
            const reason = t(REASON_TEXTS[version.reason]);
            return (
              <ListBoxItem
                key={version.id}
                id={version.id}
                className={`version-item ${version.reason === 'interval' ? '' : 'is-step'}`}
                textValue={`${time} ${reason} ${version.actor}`}
              >
                <span className="version-time">{time}</span>
                <span className="version-what">
                  <span className="version-reason">{reason}</span>
                  <span className="version-facts">
                    {[
                      t('versionChanged', { count: version.changedCount }),
                      ...(version.actor === '' ? [] : [version.actor]),
                    ].join(' · ')}
                  </span>
                </span>
              </ListBoxItem>
            );
          })}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
