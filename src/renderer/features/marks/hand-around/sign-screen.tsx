import { Eraser, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { longDate } from '../../../../shared/minutes/dates.ts';
import type { Session, SessionDay } from '../../../../shared/minutes/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { InkPad } from '../ink/ink-pad.tsx';
import { inkPng } from '../ink/ink-png.ts';
import { useInk, useInkKeys } from '../ink/use-ink.ts';
import { useKeepMark } from '../use-keep-mark.ts';
import { focusOn } from './focus-on.ts';
import { HoldButton } from './hold-button.tsx';
import type { ListedSigner } from './signing-list.ts';

interface SignScreenProps {
  readonly session: Session;
  readonly day: SessionDay;
  readonly signer: ListedSigner;
  readonly onSigned: () => void;
  readonly onList: () => void;
}

/** All that the one who signs sees: who they are, which meeting it is, and the paper. */
export function SignScreen({ session, day, signer, onSigned, onList }: SignScreenProps) {
  const { t } = useTranslation('marks');
  const ink = useInk();
  useInkKeys(ink);
  const [isHinted, setHinted] = useState(false);
  const target = {
    type: 'attendance',
    attendanceId: signer.attendanceId,
    dayId: day.id,
  } as const;
  const keeping = useKeepMark(session.id, target);
  const finish = async (): Promise<void> => {
    const bytes = await inkPng(ink.strokes);
    if (bytes === null) return;
    if (await keeping.keep({ bytes, method: 'drawn', sourceSha256: null })) onSigned();
  };
  const about = [
    session.title || t('untitled'),
    ...(day.date === null ? [] : [longDate(day.date)]),
  ].join(' · ');

  return (
    <main className="hand-around">
      <header className="hand-around-head">
        <div className="hand-around-who">
          <h1 ref={focusOn} tabIndex={-1}>
            {signer.name || t('nobody')}
          </h1>
          {signer.position !== '' && <p>{signer.position}</p>}
          {signer.represents !== null && <p>{t('representing', { name: signer.represents })}</p>}
          <p className="hand-around-about">{about}</p>
        </div>
        <HoldButton onHeld={onList} onTooShort={() => setHinted(true)}>
          {t('holdSecretary')}
        </HoldButton>
      </header>
      <p className="hand-around-hint" aria-live="polite">
        {isHinted ? t('holdLonger') : t('signHere')}
      </p>
      <InkPad strokes={ink.strokes} onStroke={ink.add} label={t('pad', { name: signer.name })} />
      {keeping.problem !== '' && (
        <Notice tone="danger" role="alert">
          {keeping.problem}
        </Notice>
      )}
      <div className="hand-around-tools">
        <Button className="hand-around-button" isDisabled={!ink.canUndo} onPress={ink.undo}>
          <Undo2 size={20} aria-hidden />
          {t('undo')}
        </Button>
        <Button
          className="hand-around-button"
          isDisabled={ink.strokes.length === 0}
          onPress={ink.clear}
        >
          <Eraser size={20} aria-hidden />
          {t('startAgain')}
        </Button>
        <span className="mark-actions-space" />
        <Button
          variant="primary"
          className="hand-around-button"
          isDisabled={!ink.isSigned || keeping.isBusy}
          onPress={() => void finish()}
        >
          {t('done')}
        </Button>
      </div>
    </main>
  );
}
