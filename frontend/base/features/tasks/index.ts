export { TasksCard } from "./tasks-card";
