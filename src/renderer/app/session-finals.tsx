import { Suspense } from 'react';

import type { Session } from '../../shared/minutes/session.ts';
import { saveEverything } from '../api/unsaved.ts';
import { FinalBar } from '../features/finals/final-bar.tsx';
import { ReviewBar } from '../features/finals/review-bar.tsx';
import type { CommandRegistry } from './commands.ts';
import { AddendaDialog, AddendumDialog, FinaliseDialog, LogDialog } from './parts.tsx';
import type { Finals } from './use-finals.ts';

interface FinalsPlaceProps {
  readonly session: Session;
  readonly finals: Finals;
  readonly commands: CommandRegistry;
}

/** The lines over a session's parts: that it is final, or the way back to the checklist. */
export function FinalsBars({ session, finals, commands }: FinalsPlaceProps) {
  return (
    <>
      {session.status === 'final' && (
        <FinalBar
          session={session}
          state={finals.state.data}
          error={finals.state.error}
          // The page knows what is chosen in it.
          onAddendum={() => void commands.run('session.addendum')}
          onAddenda={() => finals.show({ type: 'addenda' })}
          onLog={() => finals.show({ type: 'log' })}
        />
      )}
      {finals.review !== null && session.status !== 'final' && (
        <ReviewBar
          check={finals.review}
          onBack={() => finals.show({ type: 'finalise' })}
          onClose={finals.endReview}
        />
      )}
    </>
  );
}

interface FinalsDialogsProps extends Omit<FinalsPlaceProps, 'commands'> {
  readonly onEndMeeting: () => void;
}

/** The dialogs of final sessions, one at a time. */
export function FinalsDialogs({ session, finals, onEndMeeting }: FinalsDialogsProps) {
  const { dialog } = finals;
  const close = (): void => finals.show(null);
  return (
    <Suspense>
      {dialog?.type === 'finalise' && (
        <FinaliseDialog
          session={session}
          reason={finals.reason}
          onReason={finals.setReason}
          onClose={close}
          onGoTo={finals.goToFinding}
          onShowUnsaved={() => {
            close();
            void saveEverything();
          }}
          onEndMeeting={onEndMeeting}
          onFinalised={finals.finalised}
        />
      )}
      {dialog?.type === 'addendum' && (
        <AddendumDialog
          session={session}
          corrected={dialog.corrected}
          onClose={close}
          onAdded={finals.addendumAdded}
        />
      )}
      {dialog?.type === 'addenda' && (
        <AddendaDialog
          session={session}
          onClose={close}
          onShow={finals.goToAddendum}
          onAdd={() => finals.askForAddendum(null)}
        />
      )}
      {dialog?.type === 'log' && <LogDialog session={session} onClose={close} />}
    </Suspense>
  );
}
