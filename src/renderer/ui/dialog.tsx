import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { FocusReturn } from './focus-return.tsx';
import './dialog.css';

interface DialogProps {
  readonly isOpen: boolean;
  /** Also called by Esc and, unless isKeptOpen, by a click outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** "alertdialog" where something would be lost. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Only to be read: the body takes the focus itself, so that keys scroll it. */
  readonly isReadOnly?: boolean;
}

const focus = (element: HTMLElement | null): void => element?.focus();

export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  size = 'medium',
  role = 'dialog',
  isReadOnly = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <FocusReturn />
        <AriaDialog className="dialog-content" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {isReadOnly ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it must scroll by keys
            <section ref={focus} tabIndex={0} aria-label={title} className="dialog-body">
              {children}
            </section>
          ) : (
            <div className="dialog-body">{children}</div>
          )}
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
