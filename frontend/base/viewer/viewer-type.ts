/** Who is signed in, as the backend says it. */
export interface Viewer {
  id: string;
  name: string;
  userType: string;
  roles: readonly string[];
  permissions: readonly string[];
  language: "fr" | "en";
  /** What the brand settled for a screen, by role; roles it says nothing of have the platform's layout. */
  layouts: Readonly<Record<"account" | "home", Readonly<Record<string, readonly string[]>>>>;
  brand: {
    id: string;
    name: string;
    primaryColor: string;
    secondaryColor: string;
    logoId: string | null;
    timeZone: string;
    /** What customers call for help, as the brand writes it. */
    supportPhone: string | null;
    /** The modules of the backend that are open to it. */
    modules: readonly string[];
  } | null;
}
