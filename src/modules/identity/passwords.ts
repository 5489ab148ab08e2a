import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters of OWASP's recommendation (19 MiB, 2 passes, 1 lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of no password: an unknown login takes as long to refuse as a wrong password. */
const NOBODY = await hash('nobody has this password', OPTIONS);

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODY, password);
  return isRight && passwordHash !== undefined;
}
