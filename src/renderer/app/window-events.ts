import { AppError } from '../../shared/contract/errors.ts';
import { api, onAppEvent } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { reportFailure } from '../api/report-failure.ts';
import { saveEverything } from '../api/unsaved.ts';
import { showToast } from '../ui/toast.tsx';

/**
 * What the window answers whatever it shows, also while it loads or after a view has failed: the
 * request to save before closing, and failures that no part of it has caught.
 */
export function answerWindowEvents(): void {
  onAppEvent('app.flush', ({ reason }) => {
    void saveEverything({ isShown: reason === 'close' }).then((isSaved) =>
      reason === 'close' ? api('app.flushed', { isSaved }) : undefined,
    );
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (!(reason instanceof AppError)) reportFailure(reason);
    showToast({ tone: 'error', text: describeError(reason) });
  });
  window.addEventListener('error', ({ error }) => reportFailure(error));
}
