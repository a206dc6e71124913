/** What the console says once the server listens: where, who comes in first, and what the database is good for. */
export function welcomeLines(started: {
  url: string;
  link: string | null;
  embeddedDatabase: boolean;
  dataDir: string;
}): string[] {
  const lines = ['', `La Butinerie: ${started.url}`];
  if (started.link !== null) lines.push('', 'First administrator, sign in once with:', `  ${started.link}`);
  if (started.embeddedDatabase)
    lines.push(
      '',
      `Data in ${started.dataDir}, in the embedded database: it is for trying the product out.`,
      'In production set MONGODB_URI to a MongoDB replica set.',
    );
  return [...lines, ''];
}
