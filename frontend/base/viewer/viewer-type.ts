/** Who is signed in, as the backend says it. */
export interface Viewer {
  id: string;
  name: string;
  userType: string;
  roles: readonly string[];
  permissions: readonly string[];
  language: "fr" | "en";
  brand: { id: string; name: string; primaryColor: string; secondaryColor: string; logoId: string | null } | null;
}
