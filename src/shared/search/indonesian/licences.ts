import { isOneSyllable } from './affixes.ts';
import { hasFlag } from './root-words.ts';

/**
 * Which flags of the dictionary id_ID allow which affixes; keys are the prefixes as affixes.ts names
 * them, "|" and the suffix. Flags of pronouns and particles are not needed: any word takes those.
 */
const LICENCES: Readonly<Record<string, readonly string[]>> = {
  '|an': ['a0'],
  '|kan': ['k0', 'Mk', 'Dk', 'Ok', 'Rk'],
  '|i': ['i0', 'Mi', 'Di', 'Oi', 'Ri'],
  'ber|': ['B0', 'BE'],
  'ber|an': ['Ba', 'Bf'],
  'ber|kan': ['Bk', 'Bg'],
  'be|': ['BE'],
  'be|an': ['Bf'],
  'be|kan': ['Bg'],
  'ber+ke|': ['BK'],
  'ber+ke|an': ['Bl', 'Ka'],
  'ber+peN|': ['BP'],
  'ber+peN|an': ['Bq', 'Pa'],
  'ber+per|an': ['Ra'],
  'ber+pe|an': ['Pf'],
  'ber+se|': ['BS'],
  'ber+se|an': ['Bt'],
  'di|': ['D0'],
  'di|i': ['Di'],
  'di|kan': ['Dk'],
  'di+ke|i': ['Dm'],
  'di+ke|kan': ['Dn'],
  'di+per|': ['DR', 'MR'],
  'di+per|i': ['Dt', 'Mt'],
  'di+per|kan': ['Du', 'Mu'],
  'di+se|kan': ['Dv'],
  'di+pe|kan': ['Mq'],
  'di+pe|i': ['Mp'],
  'ke|': ['K0'],
  'ke|an': ['Ka'],
  'ke|i': ['Ki'],
  'ke+ber|an': ['Kc'],
  'ke+meN|an': ['Ko'],
  'ke+peN|an': ['Kq'],
  'ke+se|an': ['Kt'],
  'ke+ter|an': ['Ku'],
  'meN|': ['M0', 'MM', 'MS'],
  'meN|i': ['Mi', 'Mm', 'Mw'],
  'meN|kan': ['Mk', 'Mo', 'Mx'],
  'meN+ber|kan': ['Me'],
  'meN+pe|': ['MP'],
  'meN+pe|an': ['Mn'],
  'meN+pe|i': ['Mp'],
  'meN+pe|kan': ['Mq'],
  'meN+per|': ['MR'],
  'meN+per|i': ['Mt'],
  'meN+per|kan': ['Mu'],
  'ku|': ['O0', 'D0'],
  'ku|i': ['Oi', 'Di'],
  'ku|kan': ['Ok', 'Dk'],
  'menge|': ['MG'],
  'menge|i': ['Mg'],
  'menge|kan': ['Mh'],
  'peN|': ['P0', 'PG', 'PK', 'PS'],
  'peN|an': ['Pa', 'Pg', 'Pl', 'Pv'],
  'penge|': ['PN'],
  'penge|an': ['Po'],
  'peN+ber|an': ['Pc'],
  'peN+per|': ['PR'],
  'peN+per|an': ['Ps'],
  'pe|': ['PE'],
  'pe|an': ['Pf'],
  'per|': ['R0'],
  'per|an': ['Ra'],
  'per|i': ['Ri', 'Mt'],
  'per|kan': ['Rk', 'Mu'],
  'per+peN|an': ['Rq'],
  'per+se|': ['RS'],
  'per+se|an': ['Rt'],
  'se|': ['S0'],
  'se|an': ['Sa'],
  'se+ber|': ['SB'],
  'se+ke|an': ['Sl'],
  'se+peN|': ['SP'],
  'se+peN|an': ['Sq'],
  'se+per|': ['SR', 'R0'],
  'se+per|an': ['Ss'],
  'se+ter|': ['ST'],
  'ter|': ['T0'],
  'ter|an': ['Ta'],
  'ter|i': ['Ti'],
  'ter|kan': ['Tk'],
  'te|': ['TE'],
  'te|an': ['Tf'],
  'te|i': ['Tg'],
  'te|kan': ['Th'],
  'ter+ke|': ['TK'],
  'ter+per|': ['TR'],
};

const SIMPLE_VERB = ['M0', 'D0', 'T0', 'P0', 'MG', 'PN', 'MM', 'O0'];
const KAN_VERB = ['Mk', 'Dk', 'Tk', 'k0', 'Mh', 'Mo', 'Ok'];
const I_VERB = ['Mi', 'Di', 'Ti', 'i0', 'Mg', 'Mm', 'Oi'];
const PER_VERB = ['MR', 'DR', 'Mu', 'Du', 'Mt', 'Dt', 'Ra', 'R0'];

/**
 * Forms that a verb has beside one that the dictionary names for it: what is "di-…" has "me-…", what
 * is "me-…-kan" has "di-…-kan", "ter-…-kan" and "pe-…-an".
 */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'meN|': SIMPLE_VERB,
  'di|': SIMPLE_VERB,
  'ter|': [...SIMPLE_VERB, ...KAN_VERB],
  'ku|': SIMPLE_VERB,
  'peN|': [...SIMPLE_VERB, ...KAN_VERB, ...I_VERB, 'Pa'],
  'peN|an': [...SIMPLE_VERB, ...KAN_VERB, ...I_VERB],
  '|an': [...SIMPLE_VERB, ...KAN_VERB, ...I_VERB],
  '|kan': [...SIMPLE_VERB, ...KAN_VERB],
  'meN|kan': [...SIMPLE_VERB, ...KAN_VERB, 'Ka'],
  'di|kan': [...SIMPLE_VERB, ...KAN_VERB, 'Ka'],
  'ter|kan': [...SIMPLE_VERB, ...KAN_VERB],
  'ku|kan': KAN_VERB,
  '|i': I_VERB,
  'meN|i': [...I_VERB, ...SIMPLE_VERB],
  'di|i': [...I_VERB, ...SIMPLE_VERB],
  'ter|i': [...I_VERB, ...SIMPLE_VERB],
  'meN+per|': PER_VERB,
  'di+per|': PER_VERB,
  'meN+per|kan': PER_VERB,
  'di+per|kan': PER_VERB,
  'meN+per|i': PER_VERB,
  'di+per|i': PER_VERB,
  'per|an': PER_VERB,
  'ke+ter|an': ['T0', 'Tk', 'Ti', ...SIMPLE_VERB, 'Ka'],
  'ke+ber|an': ['B0'],
  'ber+ke|an': ['Ka'],
  'ber|': ['Ba', 'Bb', 'Bk', 'Bl'],
  'ber|an': ['a0'],
  'per|': ['MR', 'DR'],
  'ke+peN|an': ['P0', 'Pa', 'PE', ...SIMPLE_VERB, ...KAN_VERB],
  'ke+pe|an': ['PE'],
  'se|an': ['a0'],
  'se+ke|an': ['Ka'],
  'ter+ber|kan': ['Me'],
  'di+ber|kan': ['Me', 'B0'],
  'meN+ber|kan': ['B0'],
  'peN+ber|an': ['Me', 'B0'],
};

/** Forms that any word may have, for roots of which the dictionary says little or nothing. */
const PRODUCTIVE: ReadonlySet<string> = new Set([
  'meN|',
  'meN|kan',
  'meN|i',
  'di|',
  'di|kan',
  'di|i',
  'ter|',
  'ter|kan',
  'ter|i',
  'peN|an',
  'ke|an',
  'per|an',
  'ber|',
  'ber|kan',
  'meN+per|',
  'meN+per|kan',
  'di+per|',
  'di+per|kan',
  'ke+ter|an',
  'ke+ber|an',
  'ber+ke|an',
  'peN+ber|an',
  'meN+ber|kan',
  'di+ber|kan',
  'ter+ber|kan',
]);

/** What may speak for the affixes of one form. */
interface FormRules {
  readonly licences: ReadonlySet<string>;
  readonly siblings: ReadonlySet<string>;
  readonly isProductive: boolean;
}

const FORMS: ReadonlyMap<string, FormRules> = new Map(
  [...new Set([...Object.keys(LICENCES), ...Object.keys(SIBLINGS), ...PRODUCTIVE])].map((form) => [
    form,
    {
      licences: new Set(LICENCES[form]),
      siblings: new Set(SIBLINGS[form]),
      isProductive: PRODUCTIVE.has(form),
    },
  ]),
);

const SE_NYA: ReadonlySet<string> = new Set(['Sn']);

/** How well affixes are founded on a root, the smaller the better. */
export type Ground = 0 | 1 | 2;

const SHORTEST_SYLLABLE = 3;
const SHORTEST_FREE_ROOT = 4;
const SHORTEST_FREE_ROOT_HALF = 5;
/** A root with as many flags as this is common enough to be taken when it is shorter. */
const COMMON_FLAG_CHARACTERS = 8;

export interface AffixedRoot {
  /** As affixes.ts names them. */
  readonly prefix: string;
  readonly suffix: string;
  readonly clitic: string;
  readonly root: string;
  readonly flags: string;
}

/** What speaks for these affixes on this root; null where nothing does. */
export function groundOf({ prefix, suffix, clitic, root, flags }: AffixedRoot): Ground | null {
  if (prefix === '' && suffix === '') return clitic === '' ? null : 0;
  const isBeforeSyllable = prefix === 'menge' || prefix === 'penge';
  if (isBeforeSyllable && !isOneSyllable(root)) return null;
  const form = `${prefix}|${suffix}`;
  const rules = FORMS.get(form);
  if (rules === undefined) return null;
  if (hasFlag(flags, rules.licences)) return 0;
  // "selanjutnya", "sebaiknya": one form, whatever the word.
  const isSeNya = form === 'se|' && clitic.startsWith('nya');
  if (isSeNya && hasFlag(flags, SE_NYA)) return 0;
  if (hasFlag(flags, rules.siblings)) return 1;
  if (isBeforeSyllable) return root.length >= SHORTEST_SYLLABLE ? 2 : null;
  if (!isSeNya && !rules.isProductive) return null;
  const isRound = isSeNya || (prefix !== '' && suffix !== '');
  const mayBeShort = isRound || flags.length >= COMMON_FLAG_CHARACTERS;
  return root.length >= (mayBeShort ? SHORTEST_FREE_ROOT : SHORTEST_FREE_ROOT_HALF) ? 2 : null;
}
