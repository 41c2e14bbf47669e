import { X } from 'lucide-react';
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';

import './toast.css';

export interface ToastMessage {
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  /** One thing to do about it, such as undoing. */
  readonly action?: ToastAction;
  readonly secondAction?: ToastAction;
}

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

const TIMEOUT_MS = 8000;

/** Shows a message in the corner; errors stay until they are closed. Answers with how to take it away. */
export function showToast(message: ToastMessage): () => void {
  const key = queue.add(message, message.tone === 'error' ? {} : { timeout: TIMEOUT_MS });
  return () => queue.close(key);
}

interface ToastsProps {
  readonly label: string;
  readonly closeLabel: string;
}

/** The corner in which messages appear; mounted once, in the shell. */
export function Toasts({ label, closeLabel }: ToastsProps) {
  return (
    <ToastRegion queue={queue} className="toast-region" aria-label={label}>
      {({ toast }) => (
        <AriaToast toast={toast} className={`toast toast-${toast.content.tone}`}>
          <ToastContent className="toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {[toast.content.action, toast.content.secondAction].map(
            (action) =>
              action && (
                <Button
                  key={action.label}
                  className="toast-action"
                  onPress={() => {
                    action.run();
                    queue.close(toast.key);
                  }}
                >
                  {action.label}
                </Button>
              ),
          )}
          <Button slot="close" className="toast-close" aria-label={closeLabel}>
            <X size={16} aria-hidden />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
