/** An address as it is compared: without case, and without the tag behind a plus that leads to the same mailbox. */
export const normalised = (email: string | null): string | null => {
  if (email === null) return null
  const at = email.lastIndexOf("@")
  if (at <= 0) return null
  const [mailbox = ""] = email.slice(0, at).split("+")
  return `${mailbox || email.slice(0, at)}${email.slice(at)}`.normalize("NFKC").toLowerCase()
}
