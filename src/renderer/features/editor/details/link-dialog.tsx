import type { FormEvent } from 'react';
import { useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { linkRange, setLink } from '../commands/text.ts';
import type { MinutesDesk } from '../minutes-desk.ts';
import { safeHref } from '../schema/marks.ts';
import type { Translate } from '../texts.ts';

interface LinkDialogProps {
  readonly desk: MinutesDesk;
  readonly t: Translate;
  readonly onClose: () => void;
}

/** Gives the selected text an address, changes it or takes it away. */
export function LinkDialog({ desk, t, onClose }: LinkDialogProps) {
  const [range] = useState(() => linkRange(desk.editor.state));
  const [href, setHref] = useState(range.href);
  const [isRefused, setIsRefused] = useState(false);

  const close = (address: string | null): void => {
    desk.run(setLink(range, address));
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = safeHref(href);
    if (address === null) setIsRefused(true);
    else close(address);
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('link')} size="small">
      <form className="block-details-form" onSubmit={submit}>
        <TextField
          label={t('linkAddress')}
          placeholder={t('linkHint')}
          value={href}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- safe: the dialog has one field and was opened to fill it
          autoFocus
          error={isRefused ? t('linkInvalid') : null}
          onChange={(value) => {
            setHref(value);
            setIsRefused(false);
          }}
        />
        <div className="block-details-actions">
          {range.href !== '' && (
            <Button variant="quiet" onPress={() => close(null)}>
              {t('linkRemove')}
            </Button>
          )}
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" type="submit">
            {t('apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
