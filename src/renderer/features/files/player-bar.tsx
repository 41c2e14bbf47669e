import { Pause, Play, RotateCcw, RotateCw, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';

import { clockWithSeconds, placeWords } from '../../../shared/files/recordings.ts';
import type { SessionZone } from '../../../shared/minutes/session.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { Player } from './player.ts';
import { SPEEDS } from './player.ts';
import './player-bar.css';

interface PlayerBarProps {
  readonly player: Player;
  readonly zone: SessionZone;
}

const SKIP_S = 10;

/** Plays the recording beside whatever part of the session is shown; nothing where none is loaded. */
export function PlayerBar({ player, zone }: PlayerBarProps) {
  const { t, i18n } = useTranslation('files');
  const state = useSyncExternalStore(player.subscribe, player.state);
  const { file, isPlaying, positionS, durationS, speed } = state;
  if (file === null) return null;
  const speedWords = new Intl.NumberFormat(i18n.language);
  const place = t('positionText', {
    at: placeWords(positionS),
    total: durationS === null ? '–' : placeWords(durationS),
  });
  return (
    <section className="player" aria-label={t('player')}>
      <Button
        isIcon
        aria-label={t(isPlaying ? 'pauseRecording' : 'playRecording')}
        onPress={player.toggle}
      >
        {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </Button>
      <Button variant="quiet" isIcon aria-label={t('back10')} onPress={() => player.skip(-SKIP_S)}>
        <RotateCcw size={16} aria-hidden />
      </Button>
      <Button
        variant="quiet"
        isIcon
        aria-label={t('forward10')}
        onPress={() => player.skip(SKIP_S)}
      >
        <RotateCw size={16} aria-hidden />
      </Button>
      <Slider
        className="player-slider"
        aria-label={t('position')}
        minValue={0}
        maxValue={Math.max(durationS ?? 0, 1)}
        step={1}
        isDisabled={durationS === null}
        value={Math.floor(positionS)}
        onChange={(value) => player.seek(value)}
      >
        <SliderTrack className="player-track">
          {({ state: slider }) => (
            <>
              <span
                className="player-played"
                style={{ inlineSize: `${slider.getThumbPercent(0) * 100}%` }}
              />
              <SliderThumb className="player-thumb" />
            </>
          )}
        </SliderTrack>
      </Slider>
      <span className="player-place">{place}</span>
      {file.startsAtMs !== null && (
        <span className="player-clock">
          {t('clock', { time: clockWithSeconds(file.startsAtMs + positionS * 1000, zone) })}
        </span>
      )}
      <Select
        label={t('speed')}
        isLabelHidden
        className="player-speed"
        options={SPEEDS.map((each) => ({
          value: String(each),
          label: `${speedWords.format(each)}×`,
        }))}
        value={String(speed)}
        onChange={(chosen) => {
          const next = SPEEDS.find((each) => String(each) === chosen);
          if (next !== undefined) player.setSpeed(next);
        }}
      />
      <span className="player-name" title={file.name}>
        {file.name}
      </span>
      <Button variant="quiet" isIcon aria-label={t('closePlayer')} onPress={player.close}>
        <X size={16} aria-hidden />
      </Button>
    </section>
  );
}
