/** A link to somebody's page as it is compared: host and path alone. Null for a mere host, which many share. */
export const normalised = (link: string): string | null => {
  const [, host = "", path = ""] = /^(?:[a-z]+:\/\/)?([^/?#\s]+)(\/[^?#\s]*)?/i.exec(link.trim()) ?? []
  const page = path.replace(/\/+$/, "")
  if (page === "" || !host.includes(".")) return null
  // A network's country sites show the same pages.
  const site = host.toLowerCase().replace(/^(www|m|[a-z]{2}(?=\.linkedin\.com))\./, "")
  return `${site}${page.toLowerCase()}`
}
