import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PassageBlock, SearchHit, SearchPassage } from '../../../shared/contract/search.ts';
import { longDate } from '../../../shared/minutes/dates.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { blockLabel, partLabel, whenLabel } from './hit-texts.ts';
import { Pieces } from './pieces.tsx';
import './passage.css';

/** While letters follow each other, the passage waits: the list of results comes first. */
const READ_AFTER_MS = 60;

/** The hit that stayed for a moment. */
function useSettledHit(hit: SearchHit): SearchHit {
  const [settled, setSettled] = useState(hit);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(hit), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hit]);
  return settled;
}

/** A passage and the hit that it is of: until the next one is read, both stay those before. */
function usePassage(chosen: SearchHit, text: string) {
  const hit = useSettledHit(chosen);
  const { sessionId, blockId, field, fileId, addendumNumber } = hit;
  const input = { sessionId, blockId, field, fileId, addendumNumber, text };
  return useQuery({
    queryKey: ['search-passage', input],
    queryFn: async () => ({ hit, passage: await api('search.passage', input) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });
}

interface BlockProps {
  readonly block: PassageBlock;
  readonly passage: SearchPassage;
}

function Block({ block, passage }: BlockProps) {
  const { t } = useTranslation('search');
  const label = blockLabel(t, block);
  const when = whenLabel(block, passage);
  if (block.blockType === 'agendaItem') {
    return (
      <p className={`passage-agenda ${block.isHit ? 'is-hit' : ''}`}>
        <Pieces pieces={block.pieces} />
      </p>
    );
  }
  return (
    <div className={`passage-block ${block.isHit ? 'is-hit' : ''}`}>
      {(block.blockType === 'statement' || label !== '' || when !== '') && (
        <p className="passage-speaker">
          {block.speaker !== null && <strong>{block.speaker}</strong>}
          {block.blockType === 'statement' && block.speaker === null && <em>{t('nobody')}</em>}
          {block.speakerPosition !== '' && <span>{block.speakerPosition}</span>}
          {label !== '' && <span className="search-hit-part">{label}</span>}
          {when !== '' && <span className="passage-when">{when}</span>}
        </p>
      )}
      <p>
        <Pieces pieces={block.pieces} />
      </p>
    </div>
  );
}

interface PassagePaneProps {
  readonly hit: SearchHit;
  /** What was searched, for marking the words. */
  readonly text: string;
  readonly onOpen: (hit: SearchHit) => void;
  readonly onAbout: (hit: SearchHit) => void;
}

/** The chosen hit with what stands before and after it, following the choice. */
export function PassagePane({ hit: chosen, text, onOpen, onAbout }: PassagePaneProps) {
  const { t } = useTranslation('search');
  const { data } = usePassage(chosen, text);
  const passage = data?.passage;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In the middle, so that what led to it is seen too.
    const found = scroller.current?.querySelector('.is-hit mark, .is-hit, .passage-lines mark');
    if (found) found.scrollIntoView({ block: 'center' });
    else scroller.current?.scrollTo({ top: 0 });
  }, [passage]);
  if (data === undefined) return <div className="passage" />;
  const { hit } = data;
  if (passage === null || passage === undefined) {
    return (
      <div className="passage">
        <p className="passage-gone">{t('passageGone')}</p>
      </div>
    );
  }
  const { sessionTitle, sessionKind, sessionDate, place, agenda, blocks, lines } = passage;
  const date = sessionDate === null ? t('undated') : longDate(sessionDate);
  return (
    <div className="passage">
      <header className="passage-head">
        <div>
          <h2 className="passage-title">{sessionTitle || t('untitled')}</h2>
          <p className="passage-facts">{[sessionKind, date, place].filter(Boolean).join(' · ')}</p>
        </div>
        <div className="passage-actions">
          {hit.blockType === 'statement' && hit.speaker !== null && (
            <Button variant="quiet" onPress={() => onAbout(hit)}>
              {t('aboutSpeaker')}
            </Button>
          )}
          <Button onPress={() => onOpen(hit)}>{t('openHit')}</Button>
        </div>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it must scroll by keys */}
      <section ref={scroller} tabIndex={0} aria-label={t('passage')} className="passage-body">
        {passage.hasMoreBefore && <p className="passage-more">…</p>}
        {agenda !== null && <p className="passage-agenda">{agenda}</p>}
        {blocks.map((block) => (
          <Block key={block.blockId} block={block} passage={passage} />
        ))}
        {lines.length > 0 && (
          <div className="passage-lines">
            <p className="passage-speaker">
              <span className="search-hit-part">{partLabel(t, hit)}</span>
              {passage.fileName !== null && <span>{passage.fileName}</span>}
            </p>
            {lines.map((line, at) => (
              // Lines have no identity but their place.
              <p key={at}>
                <Pieces pieces={line} />
              </p>
            ))}
          </div>
        )}
        {passage.hasMoreAfter && <p className="passage-more">…</p>}
      </section>
    </div>
  );
}
