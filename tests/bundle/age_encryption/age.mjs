// node age.mjs open|seal key|passphrase VALUE < input > output; what it seals is armoured.
import { readFileSync, writeSync } from "node:fs";
import * as age from "age-encryption";

const [, , verb, kind, value] = process.argv;
const input = readFileSync(0);

if (verb === "open") {
  const decrypter = new age.Decrypter();
  if (kind === "key") decrypter.addIdentity(value);
  else decrypter.addPassphrase(value);
  const text = input.toString("latin1");
  const sealed = text.startsWith("-----BEGIN") ? age.armor.decode(text) : input;
  writeSync(1, await decrypter.decrypt(sealed, "uint8array"));
} else {
  const encrypter = new age.Encrypter();
  if (kind === "key") encrypter.addRecipient(value);
  else encrypter.setPassphrase(value);
  writeSync(1, age.armor.encode(await encrypter.encrypt(input)));
}
