import { useState } from 'react';
import { FileTrigger, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { AttachmentId } from '../../../shared/ids.ts';
import type { LogoProblem } from '../../../shared/official/logo-rules.ts';
import { LARGEST_LOGO_BYTES, checkLogo } from '../../../shared/official/logo-rules.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';

const PROBLEM_TEXTS = {
  'too-large': 'logo_large',
  'no-image': 'logo_noImage',
  'too-many-pixels': 'logo_pixels',
} as const satisfies Record<LogoProblem, string>;

interface LogoFieldProps {
  readonly logoId: AttachmentId | null;
  readonly onChange: (logoId: AttachmentId | null) => void;
}

/** Whether the whole image can be drawn, not only its beginning. */
async function isDrawable(file: File): Promise<boolean> {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}

/** The logo of an office, brought in from a file. */
export function LogoField({ logoId, onChange }: LogoFieldProps) {
  const { t } = useTranslation('office');
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File): Promise<void> {
    if (file.size > LARGEST_LOGO_BYTES) {
      setProblem(t('logo_large'));
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const checked = checkLogo(bytes);
    if (!checked.ok || !(await isDrawable(file))) {
      setProblem(t(PROBLEM_TEXTS[checked.ok ? 'no-image' : checked.problem]));
      return;
    }
    try {
      const { id } = await api('office.addLogo', { bytes });
      setProblem(null);
      onChange(id);
    } catch (error) {
      setProblem(describeError(error));
    }
  }

  return (
    <Group className="field office-logo" aria-label={t('logo')}>
      <span className="field-label">{t('logo')}</span>
      <div className="office-buttons">
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void take(file);
          }}
        >
          <Button>{t(logoId === null ? 'logoChoose' : 'logoReplace')}</Button>
        </FileTrigger>
        {logoId !== null && <Button onPress={() => onChange(null)}>{t('logoRemove')}</Button>}
      </div>
      <p className="field-help">{t('logoHelp')}</p>
      {problem !== null && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
    </Group>
  );
}
