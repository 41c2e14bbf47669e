import type { Command } from './command.ts';
import { command } from './command.ts';

/** The menu Pengesahan: what makes minutes final, signs them and tells whether a file is theirs. */
export const signingCommands = {
  'session.finalise': command('sign', 'Finalkan …', 'Make final …', null, 'session'),
  'session.addendum': command('sign', 'Tambah adendum …', 'Add addendum …', null, 'session'),
  'session.addenda': command('sign', 'Daftar adendum', 'List of addenda', null, 'session'),
  'addendum.next': command('sign', 'Adendum berikutnya', 'Next addendum', 'Alt+Shift+A', 'session'),
  'session.log': command('sign', 'Riwayat tindakan', 'Record of actions', null, 'session'),
  'marks.handAround': command(
    'sign',
    'Mode tanda tangan peserta',
    'Signing mode for attendees',
    null,
    'session',
  ),
  'marks.documents': command(
    'sign',
    'Tanda tangan dokumen …',
    'Signatures of documents …',
    null,
    'session',
  ),
  'signing.sign': command('sign', 'Tanda tangani dokumen …', 'Sign document …', null, 'session'),
  'signing.signFile': command('sign', 'Tanda tangani berkas Word …', 'Sign Word file …'),
  'checking.open': command('sign', 'Periksa berkas …', 'Check file …'),
  'archive.check': command('sign', 'Periksa arsip …', 'Check the archive …'),
  'signing.identities': command('sign', 'Identitas tanda tangan …', 'Signing identities …'),
  'trust.manage': command('sign', 'Sertifikat tepercaya …', 'Trusted certificates …'),
} as const satisfies Record<string, Command>;
