/** Vietnamese words of the help screen. `enHelp.ts` has the same keys. */
export const viHelp = {
  title: "Trợ giúp",
  asked: "Hay được hỏi",
  contact: "Liên hệ",
  email: "Thư điện tử",
  phone: "Điện thoại",
  address: "Địa chỉ",
  text: "Cỡ chữ",
  language: "Ngôn ngữ · Language",
  aloud: "Nút “Đọc to”",
  aloudOn: "Hiện",
  aloudOff: "Ẩn",
  complain: "Gửi phản ánh",
  reference: {
    title: "Mã người dự thi",
    what: "Khi có phản ánh, Ban Tổ chức tìm bài và thông tin bằng mã này. Mã không cho biết là ai, không phải mật khẩu.",
    copy: "Chép mã",
    copied: "Đã chép mã.",
    notCopied: "Máy này không cho chép. Ghi mã ra giấy hoặc chụp màn hình.",
    later: "Mã có sau lần vào làm bài đầu tiên trên máy này.",
  },
  questions: [
    {
      q: "Mất mạng khi đang làm thì sao?",
      a: "Cứ làm tiếp: câu trả lời lưu trên máy này. Bài nộp khi mất mạng sẽ chờ, có mạng lại thì gửi.",
    },
    {
      q: "Khi nào là đã nộp xong?",
      a: "Chỉ khi hiện “Đã nhận bài” và mã bài. Chưa thấy mã bài là bài chưa tới Ban Tổ chức.",
    },
    {
      q: "Bấm nộp hai lần có bị tính hai bài không?",
      a: "Không. Mỗi người chỉ có một bài mỗi tuần, bấm lại chỉ nhận lại đúng biên nhận cũ.",
    },
    {
      q: "Giờ nào được dùng để xếp hạng?",
      a: "Giờ máy chủ nhận bài, không phải giờ trên điện thoại.",
    },
    {
      q: "Bao giờ có kết quả?",
      a: "Sau khi tuần thi đóng và đối chiếu xong. Ngày dự kiến ghi trên biên nhận, và ở trang chính khi tuần thi đã đóng.",
    },
    {
      q: "Mất mã bài thì sao?",
      a: "Không sao. Đăng nhập đúng tài khoản rồi mở “Bài của tôi” là thấy lại. Mã bài không phải mật khẩu.",
    },
    {
      q: "Điện thoại hỏng, mất, hoặc đổi máy?",
      a: "Bài đã nhận thì vẫn còn: đăng nhập đúng tài khoản trên máy khác để xem. Bài làm dở hoặc chưa gửi được chỉ nằm trên máy cũ; còn hạn thì làm lại trên máy khác được.",
    },
    {
      q: "Làm nhờ trên máy người khác được không?",
      a: "Được, nếu đăng nhập bằng tài khoản của chính người dự thi. Mỗi tài khoản chỉ thấy bài của mình. Xong thì đăng xuất khỏi Hue-S.",
    },
    {
      q: "Chọn nhầm đơn vị thì sao?",
      a: "Đơn vị giữ nguyên từ bài đầu tiên nên không tự đổi được. Gửi phản ánh, chọn “Thông tin cá nhân sai, hoặc muốn xóa”, để Ban Tổ chức xem xét.",
    },
    {
      q: "Báo tài khoản chưa đủ mức định danh?",
      a: "Tài khoản mức 1 đăng ký ngay trên ứng dụng VNeID. Mức 2 phải đến cơ quan Công an làm, rồi đăng nhập lại.",
    },
    {
      q: "Hội thi dùng những thông tin nào?",
      a: "Họ tên, đơn vị, mã tài khoản và bài làm. Không dùng số căn cước, số điện thoại. Muốn xem lại hoặc xóa sớm thì gửi phản ánh.",
    },
    {
      q: "Trao giải thế nào?",
      a: "Ban Tổ chức công bố tên (che bớt) kèm mã bài, rồi báo ngày và nơi trao. Khi nhận, đối chiếu họ tên và mã bài. Nhận giải không mất tiền. Ban Tổ chức không hỏi mật khẩu, mã OTP, số thẻ.",
    },
  ],
}
