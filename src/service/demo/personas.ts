import type { Identity } from "../identity/identity.ts"

/** What a host would sign about a made-up citizen; `label` is for the QA's choice. */
export type Persona = {
  id: string
  label: string
  claims: Omit<Identity, "iat" | "exp">
  excludedAs?: string
}

/** The demo's citizens. All invented. */
export const personas: readonly Persona[] = [
  {
    id: "vneid-2",
    label: "VNeID mức 2: Nguyễn Thị Hoa",
    claims: {
      sub: "demo-hoa",
      person: "demo-person-hoa",
      account: "vneid",
      assurance: 2,
      name: "Nguyễn Thị Hoa",
    },
  },
  {
    id: "hue-s",
    label: "Tài khoản Hue-S: Trần Văn Minh",
    claims: {
      sub: "demo-minh",
      person: "demo-person-minh",
      account: "hue-s",
      assurance: 1,
      name: "Trần Văn Minh",
    },
  },
  {
    id: "official",
    label: "Cán bộ có đơn vị: Lê Thị Thu Hà",
    claims: {
      sub: "demo-ha",
      person: "demo-person-ha",
      account: "vneid",
      assurance: 2,
      name: "Lê Thị Thu Hà",
      unit: "p-vy-da",
    },
  },
  {
    id: "organiser",
    label: "Thành viên Ban Tổ chức (không được dự thi): Phạm Quốc Bảo",
    claims: {
      sub: "demo-bao",
      person: "demo-person-bao",
      account: "vneid",
      assurance: 2,
      name: "Phạm Quốc Bảo",
    },
    excludedAs: "Thành viên Ban Tổ chức",
  },
  {
    id: "nfd-name",
    label: "Tên tổ hợp Unicode: H’Liên Kê Nguyễn",
    claims: {
      sub: "demo-lien",
      person: "demo-person-lien",
      account: "hue-s",
      assurance: 1,
      name: "H’Liên Kê Nguyễn O'Đường".normalize("NFD"),
    },
  },
]
