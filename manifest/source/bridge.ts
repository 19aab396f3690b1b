/** What the mini-app needs of its host, by the bridge's own words. */
export const bridge = {
  versions: [1],
  /** Without these the app does not run inside this host: it stands alone. */
  required: {
    requests: ["bridge.hello", "identity.get", "ui.close", "nav.open", "bridge.echo"],
    notices: ["bridge.ready", "ui.back"],
    hostRequests: ["app.back", "app.teardown"],
    hostNotices: ["host.context", "host.visibility", "host.identity", "$/progress"],
  },
  /** Each opens with its grant; without it the app goes on. */
  optional: [
    {
      grant: "store",
      requests: ["store.get", "store.set"],
      reason: {
        vi: "Giữ thêm một bản bài chưa gửi được, phòng khi trình duyệt xóa dữ liệu.",
        en: "Keeps a second copy of an entry that could not be sent yet, in case the browser clears its data.",
      },
    },
    {
      grant: "share",
      requests: ["share.open"],
      reason: {
        vi: "Chia sẻ biên nhận hoặc kết quả khi bấm nút chia sẻ.",
        en: "Shares a receipt or a result when the share button is pressed.",
      },
    },
  ],
  messageBytes: 65_536,
} as const
