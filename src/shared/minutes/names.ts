interface NamedPerson {
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
}

/** A name with its titles as it is written officially: "Dr. H. Nama, S.H., M.Si.". */
export function fullName(person: NamedPerson): string {
  const front = [person.titleBefore.trim(), person.name.trim()].filter(Boolean).join(' ');
  return [front, person.titleAfter.trim()].filter(Boolean).join(', ');
}

interface Attendee extends NamedPerson {
  readonly position: string;
  readonly organizationName: string;
}

/** Position and organization on one line: "Ketua KPU Kota Prabumulih"; "" where neither is known. */
export function positionLine(attendee: Pick<Attendee, 'position' | 'organizationName'>): string {
  return [attendee.position.trim(), attendee.organizationName.trim()].filter(Boolean).join(' ');
}

/** The name of an attendee, or what else tells who it is when the name is not known. */
export function attendeeLabel(attendee: Attendee): string {
  return fullName(attendee) || positionLine(attendee);
}
