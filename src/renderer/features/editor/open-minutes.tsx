import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LoadedDocument } from '../../../shared/contract/documents.ts';
import { attendeeLabel } from '../../../shared/minutes/names.ts';
import { useKeysWithin } from '../../ui/use-keys-within.ts';
import { useCopyCommands } from './copy/use-copy-commands.ts';
import type { DetailsRequest } from './details/block-details.tsx';
import { BlockDetails } from './details/block-details.tsx';
import { LinkDialog } from './details/link-dialog.tsx';
import { FilterBar } from './filter/filter-bar.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useSearchCommands } from './find/use-search-commands.ts';
import { HistoryView } from './history/history-view.tsx';
import { OutlinePanel } from './outline/outline-panel.tsx';
import { PresentCount } from './presence/present-count.tsx';
import { useRecordingCommand } from './recording/use-recording-command.ts';
import { SpeakerRail } from './speakers/speaker-rail.tsx';
import { StatisticsDialog } from './statistics/statistics-dialog.tsx';
import type { Translate } from './texts.ts';
import { EditorToolbar } from './toolbar/toolbar.tsx';
import type { DeskConnections } from './use-minutes-desk.ts';
import { useMinutesDesk } from './use-minutes-desk.ts';
import { isAround } from './view/regions.ts';
import { focusPage } from './view/focus-page.ts';
import './minutes-editor.css';
import './view/block.css';
import './speakers/speaker-list.css';

interface OpenMinutesProps extends DeskConnections {
  readonly loaded: LoadedDocument;
}

/** The page of loaded minutes with all that stands around it. */
export function OpenMinutes({ loaded, ...connections }: OpenMinutesProps) {
  const { session, attendance, registerCommands } = connections;
  const { t: translate } = useTranslation('editor');
  const t: Translate = useCallback((key, values) => translate(key, { ...values }), [translate]);
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [details, setDetails] = useState<DetailsRequest | null>(null);
  const [isLinking, setIsLinking] = useState(false);
  const isReadOnly = session.status === 'final';
  const { desk, leave } = useMinutesDesk({
    ...connections,
    root,
    host,
    loaded,
    t,
    onDetails: (id, field) => setDetails({ id, field }),
    onLink: () => setIsLinking(true),
  });
  useSearchCommands(desk, registerCommands);
  useCopyCommands(desk, connections.onCopyItem, registerCommands);
  useRecordingCommand(desk, connections.onPlayFrom, registerCommands);

  // What stands around the page is left by the same keys everywhere; its arrow keys are its own.
  useKeysWithin(root, (event) => {
    if (event.key !== 'F6' || !isAround(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.shiftKey ? 'backward' : 'forward');
  });
  useKeysWithin(toolbar, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (desk) focusPage(desk.editor.view);
  });

  // The page can be written on before the tools around it are drawn; their places are kept.
  const [hasTools, setHasTools] = useState(false);
  useEffect(() => {
    if (!desk) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setHasTools(true)));
    return () => cancelAnimationFrame(frame);
  }, [desk]);

  const responsibles = useMemo(
    () => [
      ...new Set(
        attendance
          .flatMap((attendee) => [attendeeLabel(attendee), attendee.organizationName])
          .filter((name) => name !== ''),
      ),
    ],
    [attendance],
  );
  const closeDetails = (): void => {
    setDetails(null);
    desk?.editor.view.focus();
  };
  const closeLink = (): void => {
    setIsLinking(false);
    requestAnimationFrame(() => desk?.editor.view.focus());
  };

  return (
    <div ref={root} className="minutes-editor">
      {!isReadOnly && (
        <div ref={toolbar} className="minutes-toolbar">
          {desk && hasTools && (
            <EditorToolbar editor={desk.editor} run={desk.run} runCommand={desk.runCommand} />
          )}
        </div>
      )}
      {desk && <FindBar desk={desk} attendance={attendance} isReadOnly={isReadOnly} />}
      {desk && <FilterBar desk={desk} attendance={attendance} />}
      <div className="minutes-desk">
        {desk && (
          <OutlinePanel
            desk={desk}
            t={t}
            isReadOnly={isReadOnly}
            registerCommands={registerCommands}
          />
        )}
        <div className="minutes-scroll">
          {/* The minutes are Indonesian, whatever language the window speaks. */}
          <div ref={host} className="minutes-sheet" data-status={session.status} lang="id" />
        </div>
        {desk && hasTools ? (
          <SpeakerRail
            desk={desk.speakers}
            head={<PresentCount session={session} attendance={attendance} />}
            onLeave={leave}
          />
        ) : (
          <div className="speaker-rail" />
        )}
      </div>
      {desk && details && (
        <BlockDetails
          key={details.id}
          desk={desk}
          session={session}
          responsibles={responsibles}
          request={details}
          t={t}
          onClose={closeDetails}
        />
      )}
      {desk && (
        <HistoryView
          desk={desk}
          session={session}
          attendance={attendance}
          t={t}
          registerCommands={registerCommands}
        />
      )}
      {desk && (
        <StatisticsDialog desk={desk} attendance={attendance} registerCommands={registerCommands} />
      )}
      {desk && isLinking && <LinkDialog desk={desk} t={t} onClose={closeLink} />}
    </div>
  );
}
