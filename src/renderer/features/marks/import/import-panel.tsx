import { ImageUp } from 'lucide-react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

import { Button } from '../../../ui/button.tsx';
import { ACCEPTED_PICTURES } from './decode-picture.ts';
import { signatureIn } from './picture-png.ts';
import { LEAST_THRESHOLD, MOST_THRESHOLD } from './remove-background.ts';
import type { Picture } from './use-picture.ts';

interface ImportPanelProps {
  readonly picture: Picture;
}

/** A picture of a signature: chosen, pasted or dropped, and its paper taken away before the eyes. */
export function ImportPanel({ picture }: ImportPanelProps) {
  const { t } = useTranslation('marks');
  const preview = useRef<HTMLCanvasElement>(null);
  const { pixels, threshold, take, setHasInk } = picture;

  useEffect(() => {
    const canvas = preview.current;
    if (pixels === null || canvas === null) return;
    const signature = signatureIn(pixels, threshold);
    setHasInk(signature !== null);
    canvas.width = signature?.width ?? 1;
    canvas.height = signature?.height ?? 1;
    if (signature !== null) canvas.getContext('2d')?.drawImage(signature, 0, 0);
  }, [pixels, threshold, setHasInk]);

  const choose = (): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPTED_PICTURES;
    input.addEventListener('change', () => take(input.files?.[0]));
    input.click();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files;
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- safe: a place to paste and drop; the button in it does the same by keys
    <div
      className="mark-import"
      onPaste={onPaste}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div className="mark-import-paper" data-empty={pixels === null || undefined}>
        {pixels === null ? (
          <p>{t('importEmpty')}</p>
        ) : (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- safe: it shows a picture that no file holds yet
          <canvas ref={preview} role="img" aria-label={t('importPreview')} />
        )}
      </div>
      <div className="mark-import-tools">
        <Button onPress={choose}>
          <ImageUp size={16} aria-hidden />
          {t(pixels === null ? 'choosePicture' : 'chooseOther')}
        </Button>
        {pixels !== null && (
          <Slider
            className="mark-slider"
            minValue={LEAST_THRESHOLD}
            maxValue={MOST_THRESHOLD}
            step={0.02}
            value={threshold}
            onChange={(value) => picture.setThreshold(Number(value))}
            formatOptions={{ style: 'percent' }}
          >
            <Label>{t('threshold')}</Label>
            <SliderOutput />
            <SliderTrack className="mark-slider-track">
              <SliderThumb className="mark-slider-thumb" />
            </SliderTrack>
          </Slider>
        )}
      </div>
      {pixels !== null && <p className="mark-hint">{t('thresholdHint')}</p>}
      {pixels !== null && !picture.hasInk && (
        <p className="mark-problem" role="alert">
          {t('noInk')}
        </p>
      )}
      {picture.problem !== null && (
        <p className="mark-problem" role="alert">
          {t(`picture_${picture.problem}`)}
        </p>
      )}
      <p className="mark-hint">{t('importLimits')}</p>
    </div>
  );
}
