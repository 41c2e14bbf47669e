const id = {
  presentNobody: 'Kehadiran belum dicatat',
  presentCount: '{{count}} hadir',
  presentNow: '{{count}} hadir sekarang',
  presentGroups: '{{count}} kelompok tanpa jumlah',
  quorumReached: 'Kuorum tercapai',
  quorumMissing: 'Kuorum belum tercapai',
  quorumReachedWhy: '{{present}} dari {{members}} anggota hadir; perlu {{needed}}.',
  quorumMissingWhy: '{{present}} dari {{members}} anggota hadir; kurang {{lacking}}.',
  quorumIncomplete: 'Kuorum belum dapat dihitung',
  quorumIncompleteWhy: 'Lengkapi aturannya di Data sesi, atau peran di Daftar hadir.',
};

const en: Readonly<Record<keyof typeof id, string>> = {
  presentNobody: 'Presence not recorded yet',
  presentCount: '{{count}} present',
  presentNow: '{{count}} present now',
  presentGroups: '{{count}} groups without a number',
  quorumReached: 'Quorum reached',
  quorumMissing: 'Quorum not reached',
  quorumReachedWhy: '{{present}} of {{members}} members present; {{needed}} needed.',
  quorumMissingWhy: '{{present}} of {{members}} members present; {{lacking}} lacking.',
  quorumIncomplete: 'Quorum cannot be reckoned yet',
  quorumIncompleteWhy: 'Complete the rule in Session data, or the roles in Attendance.',
};

export const presenceTexts = { id, en };
