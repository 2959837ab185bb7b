/** The hosts of Google's mail, which leads `a.b` and `ab` to one mailbox: support.google.com/mail/answer/7436150. */
const google = new Set(["gmail.com", "googlemail.com"])

/**
 * An address as it is compared: without case, and without what leads to the same mailbox, which is the tag behind a plus
 * and, at Google's hosts, dots.
 */
export const normalised = (email: string | null): string | null => {
  if (email === null) return null
  const at = email.lastIndexOf("@")
  if (at <= 0) return null
  const [tagless = ""] = email.slice(0, at).split("+")
  const mailbox = (tagless || email.slice(0, at)).normalize("NFKC").toLowerCase()
  const host = email
    .slice(at + 1)
    .normalize("NFKC")
    .toLowerCase()
  return google.has(host) ? `${mailbox.replaceAll(".", "") || mailbox}@gmail.com` : `${mailbox}@${host}`
}
