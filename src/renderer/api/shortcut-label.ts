import { acceleratorOf } from '../../shared/contract/commands.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import { keyLabel, withKeyNames } from '../../shared/contract/key-labels.ts';

const isMac = navigator.userAgent.includes('Mac OS');

/** An Electron accelerator as it is printed on the keys of this system; "" where there is none. */
export const shortcutLabel = (accelerator: string | null): string => keyLabel(accelerator, isMac);

/** The keys of a command on this system. */
export const shortcutOf = (id: CommandId): string => shortcutLabel(acceleratorOf(id, isMac));

/** Texts with the names that keys have on this system. */
export const nameKeys = <Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, withKeyNames(text, isMac)]));
