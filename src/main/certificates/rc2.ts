/**
 * RC2 in CBC, in which old Windows and OpenSSL hide the certificates of key files; the program's own
 * cryptography no longer has it. null where the key is not the right one. The library is loaded
 * only for such a file.
 */
export async function decryptRc2(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Promise<Buffer | null> {
  const { default: forge } = await import('node-forge');
  const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const decipher = forge.rc2.createDecryptionCipher(binary(key), key.length * 8);
  decipher.start(binary(iv));
  decipher.update(forge.util.createBuffer(binary(data)));
  return decipher.finish() ? Buffer.from(decipher.output.getBytes(), 'latin1') : null;
}
